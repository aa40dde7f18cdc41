export { smallVideo, type WalkersVideo, writeWalkers } from './walkers-video.ts';
