/** What is to become of an upload, as the server takes it (`uploadWishesSchema`). */
export interface UploadWishes {
  /** Camera or place; null where the video stands for itself. */
  readonly sourceId: string | null;
  readonly analyse: boolean;
  /** Null compares the video with itself. */
  readonly profileId: string | null;
  /** Incidents a day; null for what the settings say. */
  readonly budget: number | null;
}

/** Wishes of who is not asked. */
export const noWishes: UploadWishes = { sourceId: null, analyse: true, profileId: null, budget: null };

/** Wishes as the protocol carries them beside a file. */
export function metadataOf({ sourceId, analyse, profileId, budget }: UploadWishes): Record<string, string> {
  return {
    analyse: String(analyse),
    ...(sourceId === null ? {} : { sourceId }),
    ...(profileId === null ? {} : { profileId }),
    ...(budget === null ? {} : { budget: String(budget) }),
  };
}

/** The wishes that {@link metadataOf} wrote. */
export function wishesIn({ sourceId, analyse, profileId, budget }: Readonly<Record<string, string>>): UploadWishes {
  return {
    sourceId: sourceId ?? null,
    analyse: analyse !== 'false',
    profileId: profileId ?? null,
    budget: budget === undefined ? null : Number(budget),
  };
}
