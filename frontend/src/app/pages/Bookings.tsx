import { useWords } from '@/app/pages/useWords';
import { BookingsPage } from '@/features/bookings/BookingsPage';
import words from '@/locales/en/bookings.json';

export function Bookings() {
  useWords('bookings', words);
  return <BookingsPage />;
}
