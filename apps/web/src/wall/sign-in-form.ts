import { wall } from '../messages/en/wall.ts';
import { ServiceError, signIn } from './dashboard-service.ts';
import { element } from './element.ts';

const text = wall.signIn;

/** Asks for address and password until they are right. */
export function signInForm(onSignedIn: () => void): HTMLElement {
  const email = element('input', { id: 'email', type: 'email', autocomplete: 'username', required: true, autofocus: true });
  const password = element('input', { id: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const problem = element('p', { role: 'alert', class: 'problem' });
  const submit = element('button', { type: 'submit' }, text.submit);
  const form = element(
    'form',
    { class: 'sign-in' },
    element('h1', {}, text.title),
    problem,
    element('label', { for: 'email' }, text.email),
    email,
    element('label', { for: 'password' }, text.password),
    password,
    submit,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = '';
    try {
      await signIn(email.value, password.value);
      onSignedIn();
    } catch (error) {
      problem.textContent = problemOf(error);
      password.select();
    } finally {
      submit.disabled = false;
    }
  });
  return element('main', { class: 'centre' }, form);
}

function problemOf(error: unknown): string {
  if (!(error instanceof ServiceError) || error.status === 0 || error.status >= 500) return text.unreachable;
  if (error.status === 429) return text.locked(error.retryAfterSeconds ?? 60);
  return text.refused;
}
