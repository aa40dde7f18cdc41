import { IconPhotoOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './incident-card.module.css';

/** The picture of an incident; words where there is none, or where retention has removed it. */
export function KeyFrame({ address }: { readonly address: string | null }): ReactNode {
  const [broken, setBroken] = useState<string | null>(null);
  if (address !== null && address !== broken)
    return <img src={address} alt="" loading="lazy" decoding="async" onError={() => setBroken(address)} />;
  return (
    <span className={styles.missing}>
      <IconPhotoOff size={28} stroke={1.3} />
      {incidentList.card.noPicture}
    </span>
  );
}
