import { useLocation } from 'wouter';
import { useKeys } from '../lib/keys/key-bindings.tsx';
import { messages } from '../messages/index.ts';
import { navigation } from './pages.ts';

/** `g` and a letter goes to a page; `/` and Ctrl+K to the search. */
export function useNavigationKeys(): void {
  const [, navigate] = useLocation();
  const search = { label: messages.shell.pages.search, run: () => navigate('/search') };
  useKeys(messages.shell.navigation, [
    ...navigation.map(({ key, label, path }) => ({ keys: `g ${key}`, label, run: () => navigate(path) })),
    { keys: '/', ...search },
    { keys: '$mod+k', ...search, inFields: true },
  ]);
}
