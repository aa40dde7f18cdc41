import type { CameraFault } from './camera-fault.ts';

/** A fault in plain words. */
export function describeFault(
  { kind, details }: CameraFault,
  seconds: number,
): { readonly title: string; readonly summary: string } {
  const number = (name: string): number => Number(details[name]);
  const lasted = `for ${seconds.toFixed(1)} s`;
  switch (kind) {
    case 'camera.dark':
      return {
        title: 'The picture is dark',
        summary: `Nothing can be made out ${lasted}: 98 % of the picture is at gray level ${number('brightestGrayLevel')} of 255 or darker.`,
      };
    case 'camera.glare':
      return {
        title: 'Light washes the picture out',
        summary: `${percent(number('whiteShare'))} of the picture is white ${lasted}, and the scene's edges are lost there.`,
      };
    case 'camera.frozen':
      return {
        title: 'The picture is frozen',
        summary: `The same picture is repeated ${lasted}; even the noise that this camera shows everywhere is gone.`,
      };
    case 'camera.covered':
      return {
        title: 'The camera is covered',
        summary: `${percent(number('coveredShare'))} of the scene's edges are gone with nothing in their place ${lasted}.`,
      };
    case 'camera.moved':
      return { title: 'The camera was moved', summary: movedSummary(details, lasted) };
    case 'camera.defocused':
      return {
        title: 'The picture is out of focus',
        summary: `The scene is where it was, but only ${percent(Math.max(0, number('remainingDetailShare')))} of its fine detail is left ${lasted}.`,
      };
    case 'camera.flicker':
      return {
        title: 'The picture flickers',
        summary: `${percent(number('flickeringShare'))} of the picture grows lighter and darker ${number('alternationsPerSecond').toFixed(1)} times a second ${lasted}.`,
      };
  }
}

function movedSummary(details: CameraFault['details'], lasted: string): string {
  if (typeof details['shiftWidths'] !== 'number') {
    return `Only ${percent(Number(details['seenShare']))} of the scene's edges are where they used to be ${lasted}; the picture shows another view.`;
  }
  const [x, y] = [Math.abs(details['shiftWidths']), Math.abs(Number(details['shiftHeights']))];
  return `The whole scene lies ${percent(x)} of the picture's width and ${percent(y)} of its height away from where it used to be ${lasted}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
