import { useQuery } from '@tanstack/react-query';
import type { Sprite } from '../../components/timeline/sprite.ts';

/** The small pictures of a video; null while they are loaded, and where there are none (yet). */
export function useSprite(videoId: string | undefined): Sprite | null {
  const { data } = useQuery({
    queryKey: ['sprite', videoId],
    enabled: videoId !== undefined,
    retry: false,
    queryFn: async (): Promise<Sprite | null> => {
      const base = `/api/v1/videos/${videoId}/sprite`;
      const answer = await fetch(`${base}.json`);
      if (!answer.ok) return null;
      const geometry = (await answer.json()) as Omit<Sprite, 'url'>;
      return { ...geometry, url: base };
    },
  });
  return data ?? null;
}
