import type { IncidentSummary } from '@vigil/contracts';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PopoverButton } from '../../components/popover-button.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import type { IncidentQuery } from './incident-view.ts';
import styles from './menu.module.css';

const text = incidentList.export;
/** Incidents whose ZIP files are offered one by one. */
const mostZips = 10;

/** Links to take incidents along: tables of all that pass, and the files of those that are selected. */
export function ExportMenu({
  query,
  selected,
}: {
  readonly query: IncidentQuery;
  readonly selected: readonly IncidentSummary[];
}): ReactNode {
  const { reviewed, ...filters } = query;
  const address = new URLSearchParams(filters).toString();
  const table = (ending: 'csv' | 'json'): string => `/api/v1/incidents/export.${ending}${address === '' ? '' : `?${address}`}`;
  return (
    <PopoverButton
      label={text.button}
      icon={<IconDownload size={16} aria-hidden />}
      panel={() => (
        <div className={styles.menu}>
          <h2 className={styles.heading}>{text.title}</h2>
          <a className={styles.link} href={table('csv')} download>
            {text.csv}
          </a>
          <a className={styles.link} href={table('json')} download>
            {text.json}
          </a>
          {reviewed === undefined ? null : <p className={styles.quiet}>{text.reviewedLeftOut}</p>}
          <h2 className={styles.heading}>{text.zips}</h2>
          {selected.length === 0 ? <p className={styles.quiet}>{text.noneSelected}</p> : null}
          {selected.length > mostZips ? <p className={styles.quiet}>{text.tooMany(mostZips)}</p> : null}
          {selected.length > mostZips
            ? null
            : selected.map(({ id, title }) => (
                <a key={id} className={styles.link} href={`/api/v1/incidents/${encodeURIComponent(id)}/export.zip`} download>
                  {text.zip(title)}
                </a>
              ))}
        </div>
      )}
    />
  );
}
