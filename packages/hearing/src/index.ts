export { type MeterInput, type SoundMeasurement, SoundMeter } from './sound-meter.ts';
