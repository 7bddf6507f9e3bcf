import { useWords } from '@/app/pages/useWords';
import { ClientsPage } from '@/features/clients/ClientsPage';
import words from '@/locales/en/clients.json';

export function Clients() {
  useWords('clients', words);
  return <ClientsPage />;
}
