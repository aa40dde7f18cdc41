/** A password that an administrator passes on to a user. */
export interface TellPassword {
  readonly name: string;
  readonly password: string;
}
