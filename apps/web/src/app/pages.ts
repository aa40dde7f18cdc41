import type { Role } from '@vigil/contracts';
import {
  IconActivityHeartbeat,
  IconBroadcast,
  IconChartHistogram,
  IconEyeSearch,
  IconSearch,
  IconSettings,
  IconUserCircle,
  IconVideo,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { messages } from '../messages/index.ts';

/** A place in the application. */
export interface Page {
  /** Pattern of its address. */
  readonly path: string;
  readonly component: ComponentType;
}

/** An entry of the navigation. */
export interface NavigationEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>;
  /** Second key after `g` that goes there. */
  readonly key: string;
  /** Role from which on it is shown. */
  readonly role: Role;
  /** What is needed all day is always in sight; the rest is behind a button on phones. */
  readonly part: 'daily' | 'upkeep';
}

const labels = messages.shell.pages;

/** The navigation, top to bottom. */
export const navigation: readonly NavigationEntry[] = [
  { path: '/incidents', label: labels.incidents, icon: IconEyeSearch, key: 'i', role: 'viewer', part: 'daily' },
  { path: '/live', label: labels.live, icon: IconBroadcast, key: 'l', role: 'viewer', part: 'daily' },
  { path: '/videos', label: labels.videos, icon: IconVideo, key: 'v', role: 'viewer', part: 'daily' },
  { path: '/search', label: labels.search, icon: IconSearch, key: 's', role: 'viewer', part: 'daily' },
  { path: '/normality', label: labels.normality, icon: IconActivityHeartbeat, key: 'n', role: 'viewer', part: 'upkeep' },
  { path: '/evaluate', label: labels.evaluate, icon: IconChartHistogram, key: 'e', role: 'viewer', part: 'upkeep' },
  { path: '/system', label: labels.system, icon: IconSettings, key: 'y', role: 'viewer', part: 'upkeep' },
  { path: '/account', label: labels.account, icon: IconUserCircle, key: 'a', role: 'viewer', part: 'upkeep' },
];

/** Every page; each is loaded when somebody goes there. */
export const pages: readonly Page[] = [
  { path: '/incidents', component: lazy(() => import('../features/incidents/incidents-page.tsx')) },
  { path: '/incidents/:id', component: lazy(() => import('../features/incident/incident-page.tsx')) },
  { path: '/videos/:id', component: lazy(() => import('../features/videos/video-page.tsx')) },
  { path: '/live', component: lazy(() => import('../features/live/live-page.tsx')) },
  { path: '/videos', component: lazy(() => import('../features/videos/videos-page.tsx')) },
  { path: '/search', component: lazy(() => import('../features/search/search-page.tsx')) },
  { path: '/normality', component: lazy(() => import('../features/normality/normality-page.tsx')) },
  { path: '/normality/:id', component: lazy(() => import('../features/normality/profile-page.tsx')) },
  { path: '/evaluate', component: lazy(() => import('../features/evaluate/evaluate-page.tsx')) },
  { path: '/evaluate/labels/:id', component: lazy(() => import('../features/evaluate/labels/label-set-page.tsx')) },
  { path: '/evaluate/:id', component: lazy(() => import('../features/evaluate/evaluation-page.tsx')) },
  { path: '/system', component: lazy(() => import('../features/system/system-page.tsx')) },
  { path: '/account', component: lazy(() => import('../features/accounts/account-page.tsx')) },
];
