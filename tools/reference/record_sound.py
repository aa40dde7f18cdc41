"""Records what published implementations make of a test signal, for the tests of sound kernels and of the speech model.

    pip install numpy onnxruntime==1.32.0 librosa==0.11.0 && pip install --no-deps silero-vad==6.2.3
    python tools/reference/record_sound.py FOLDER_WITH_SPEECH_CLIPS

Writes tools/reference/recorded/mel.json (librosa) and speech.json (the published ONNX model of Silero VAD, one window a run), and
speech-clips.json for the *.flac files of the folder, which ffmpeg decodes.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys

import librosa
import numpy
import onnxruntime


def test_signal(seconds: float) -> numpy.ndarray:
    """Vowel-like syllables over faint noise, 16 kHz: the same formula as in test-signal.ts."""
    count = int(seconds * 16000)
    t = numpy.arange(count) / 16000
    phase = 2 * numpy.pi * (130 * t + 20 * (1 - numpy.cos(2 * numpy.pi * 0.7 * t)) / (2 * numpy.pi * 0.7))
    envelope = numpy.maximum(0, numpy.sin(2 * numpy.pi * 2.5 * t)) * (numpy.sin(2 * numpy.pi * 0.25 * t) > 0)
    voice = numpy.zeros(count)
    for harmonic in range(1, 31):
        hertz = 130 * harmonic
        weight = sum(gain / (1 + ((hertz - centre) / width) ** 2) for gain, centre, width in [(1, 600, 120), (0.5, 1200, 150), (0.25, 2600, 200)])
        voice += weight * numpy.sin(harmonic * phase)
    state, noise = 1, numpy.zeros(count)
    for i in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        noise[i] = state / 2**31 - 1
    return (0.1 * envelope * voice + 0.003 * noise).astype(numpy.float32)


def mel_levels(signal: numpy.ndarray) -> numpy.ndarray:
    """[frames, 32] power in mel bands, dB: frames of 512 samples that end every 160 samples, no padding."""
    window = librosa.filters.get_window('hann', 512)
    power = numpy.abs(librosa.stft(signal, n_fft=512, hop_length=160, window=window, center=False)) ** 2
    power[1:-1] *= 2
    power /= 512 * (window**2).sum()
    bands = librosa.filters.mel(sr=16000, n_fft=512, n_mels=32, fmin=50, fmax=8000, htk=True, norm=None) @ power
    return 10 * numpy.log10(numpy.maximum(bands, 1e-12)).T


def speech(signal: numpy.ndarray) -> list[float]:
    """Probability of speech of every window of 512 samples."""
    folder = pathlib.Path(importlib.util.find_spec('silero_vad').origin).parent
    session = onnxruntime.InferenceSession(str(folder / 'data/silero_vad.onnx'), providers=['CPUExecutionProvider'])
    state, context, found = numpy.zeros((2, 1, 128), numpy.float32), numpy.zeros(64, numpy.float32), []
    signal = numpy.pad(signal, (0, -len(signal) % 512))
    for window in signal.reshape(-1, 512):
        inputs = {'input': numpy.concatenate([context, window])[None], 'state': state, 'sr': numpy.array(16000, numpy.int64)}
        probability, state = session.run(None, inputs)
        context = window[-64:]
        found.append(round(float(probability[0, 0]), 7))
    return found


def decoded(file: pathlib.Path) -> numpy.ndarray:
    command = ['ffmpeg', '-v', 'error', '-i', str(file), '-f', 'f32le', '-ac', '1', '-ar', '16000', '-']
    return numpy.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, numpy.float32)


def write(name: str, content: object) -> None:
    (pathlib.Path(__file__).parent / 'recorded' / name).write_text(json.dumps(content) + '\n')


if __name__ == '__main__':
    signal = test_signal(4)
    levels = mel_levels(signal)
    spectrum = numpy.abs(librosa.stft(signal, n_fft=512, hop_length=160, center=False))
    spectrum[0] = 0
    centroids = librosa.feature.spectral_centroid(S=spectrum**2, sr=16000, n_fft=512)[0]
    frames = list(range(0, levels.shape[0], 40))
    write(
        'mel.json',
        {
            'source': f'librosa {librosa.__version__}',
            'frames': [{'frame': f, 'bands': [round(float(v), 4) for v in levels[f]], 'centroidHz': round(float(centroids[f]), 3)} for f in frames],
        },
    )
    source = f'silero-vad 6.2.3, onnxruntime {onnxruntime.__version__}'
    write('speech.json', {'source': source, 'probabilities': speech(test_signal(8))})
    clips = sorted(pathlib.Path(sys.argv[1]).glob('*.flac'))
    write('speech-clips.json', {'source': source, 'clips': [{'file': clip.name, 'probabilities': speech(decoded(clip))} for clip in clips]})
