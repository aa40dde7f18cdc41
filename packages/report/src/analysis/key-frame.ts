import type { Incident, PictureSize } from '@vigil/contracts';
import { formatMediaTime } from '../format/time.ts';
import { type Html, html, trustedHtml } from '../page-shell/html.ts';
import { type OverlayLayer, renderAnnotatedSvg } from '../overlay/annotated-svg.ts';
import { clipAddress, type IncidentMedia, pictureAddress } from './report-media.ts';

const layerNames: Record<OverlayLayer, string> = { boxes: 'Boxes', tracks: 'Tracks', flow: 'Motion', skeletons: 'Bodies' };

/** Key frame with its marks and the clip of one incident; one is shown at a time where scripts run. */
export function incidentPictures(incident: Incident, media: IncidentMedia | undefined, size: PictureSize): Html {
  const keyFrame = media?.keyFrameDataUrl ?? null;
  const clip = media?.clip ?? null;
  return html`<div class="pictures" data-view="key-frame">
    ${clip !== null && viewSwitch()}
    <figure class="key-frame" data-panel="key-frame">
      <div class="stage${keyFrame === null && ' is-empty'}">
        ${
          keyFrame === null
            ? html`<svg class="stage-size" viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true"></svg>
                <p class="stage-note">No key frame was written</p>`
            : html`<img
                src="${pictureAddress(keyFrame)}"
                width="${size.width}"
                height="${size.height}"
                alt="Picture at ${formatMediaTime(incident.peakSeconds)}: ${incident.title}"
              />`
        }
        <div class="marks" aria-hidden="true">${trustedHtml(renderAnnotatedSvg(incident, size))}</div>
      </div>
      <figcaption><span>Picture at ${formatMediaTime(incident.peakSeconds)}</span>${layerSwitches(incident)}</figcaption>
    </figure>
    ${clip !== null && clipPlayer(incident, clip, keyFrame)}
  </div>`;
}

function viewSwitch(): Html {
  return html`<div class="view-switch" role="group" aria-label="What to show">
    <button type="button" data-show="key-frame" aria-pressed="true">Key frame</button
    ><button type="button" data-show="clip" aria-pressed="false">Clip</button>
  </div>`;
}

function layerSwitches(incident: Incident): Html | false {
  const counts: Record<OverlayLayer, number> = {
    boxes: incident.boundingBoxes.length,
    tracks: incident.tracks.length,
    flow: incident.flowArrows.length,
    skeletons: incident.skeletons.length,
  };
  const present = (Object.keys(counts) as OverlayLayer[]).filter((layer) => counts[layer] > 0);
  return (
    present.length > 0 &&
    html`<span class="layer-switches" role="group" aria-label="Marks on the picture"
      >${present.map((layer) => html`<button type="button" class="layer-switch key-${layer}" data-layer="${layer}" aria-pressed="true">${layerNames[layer]}</button>`)}</span
    >`
  );
}

function clipPlayer(incident: Incident, clip: string, keyFrame: string | null): Html {
  const startSeconds = incident.clipStartSeconds;
  const peakInClip = startSeconds === null ? null : Math.max(0, incident.peakSeconds - startSeconds);
  return html`<figure class="clip" data-panel="clip">
    <video
      controls
      playsinline
      preload="metadata"
      src="${clipAddress(clip)}"
      ${keyFrame !== null && html` poster="${pictureAddress(keyFrame)}"`}${startSeconds !== null && html` data-start-seconds="${startSeconds}"`}
      aria-label="Clip of incident: ${incident.title}"
    ></video>
    <figcaption>
      <span>${startSeconds === null ? 'Clip' : `Clip from ${formatMediaTime(startSeconds)}`}</span
      >${peakInClip !== null && html`<button type="button" class="text-button" data-seek-seconds="${peakInClip}">Go to the peak</button>`}
    </figcaption>
  </figure>`;
}
