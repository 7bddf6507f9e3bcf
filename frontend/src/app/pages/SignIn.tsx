import { useWords } from '@/app/pages/useWords';
import { SignInPage } from '@/features/sign-in/SignInPage';
import words from '@/locales/en/sign-in.json';

export function SignIn() {
  useWords('sign-in', words);
  return <SignInPage />;
}
