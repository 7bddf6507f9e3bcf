import { useWords } from '@/app/pages/useWords';
import { ConnectionsPage } from '@/features/connections/ConnectionsPage';
import words from '@/locales/en/connections.json';

export function Connections() {
  useWords('connections', words);
  return <ConnectionsPage />;
}
