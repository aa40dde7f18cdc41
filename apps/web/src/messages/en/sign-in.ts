/** Texts of signing in. */
export const signIn = {
  title: 'Sign in to Vigil',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  firstRun: 'First start? The address and password of the first administrator were printed once where Vigil was started.',
  refused: 'E-mail address or password are not right.',
  locked: (seconds: number) => `Too many attempts. Try again in ${seconds} s.`,
  ended: 'Your session has ended. Sign in again; you will be back where you were.',
} as const;
