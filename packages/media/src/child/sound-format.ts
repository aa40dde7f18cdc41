import { AV_CHANNEL_ORDER_NATIVE, type AVSampleFormat } from 'node-av/constants';
import { avChannelLayoutDefault, avChannelLayoutDescribe, avGetSampleFmtName, type Frame } from 'node-av/lib';
import type { ChainLink } from './filter-chain.ts';

/** Sample rates in hertz that sound cards and codecs have, and channels; others are damage, and resampling would multiply it. */
const limits = { lowestRateHz: 1000, highestRateHz: 768_000, mostChannels: 64 };

/** How a decoded frame's sound is laid out, in the words of FFmpeg's filters. */
export interface SoundFormat {
  /** Options of a filter chain's source but for its time base; another text needs another chain. */
  readonly options: string;
  /** What has to come right after the source. */
  readonly links: readonly ChainLink[];
}

/** The format of a frame. Gives its channels their usual places where they are one or two and have none. */
export function soundFormatOf(frame: Frame): SoundFormat {
  const { nbChannels, order } = frame.channelLayout;
  const isNative = order === AV_CHANNEL_ORDER_NATIVE;
  const isNamed = isNative || nbChannels <= 2;
  if (isNamed && !isNative) frame.channelLayout = avChannelLayoutDefault(nbChannels);
  const layout = isNamed ? avChannelLayoutDescribe(frame.channelLayout) : `${nbChannels}C`;
  const sampleFormat = avGetSampleFmtName(frame.format as AVSampleFormat);
  return {
    options: `sample_rate=${frame.sampleRate}:sample_fmt=${sampleFormat}:channel_layout=${layout}`,
    // Channels in no known order cannot be weighed against one another.
    links: isNamed ? [] : [['pan', 'stereo|c0=c0|c1=c1']],
  };
}

/** False for sound that no device makes. */
export function isPlausibleSound({ sampleRate, channelLayout: { nbChannels } }: Frame): boolean {
  const isRate = sampleRate >= limits.lowestRateHz && sampleRate <= limits.highestRateHz;
  return isRate && nbChannels >= 1 && nbChannels <= limits.mostChannels;
}
