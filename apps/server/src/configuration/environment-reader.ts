import { readFileSync } from 'node:fs';

/** Variables by name; unset and empty ones are alike. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A kind of value that a variable may hold. @throws Error whose message says what is expected */
export type ValueForm<Value> = (text: string) => Value;

/** Reads variables and gathers what is wrong with them, so that all faults are told at once. */
export class EnvironmentReader {
  readonly problems: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The value of a variable; `absent` where it is unset or empty. A wrong one is noted, and `absent` stands in for it. */
  value<Value, Absent>(name: string, form: ValueForm<Value>, absent: Absent): Value | Absent {
    const text = this.#environment[name];
    return text === undefined || text === '' ? absent : this.#formed(name, text, form, absent);
  }

  /** The value of a variable, or of the first line of the file that `NAME_FILE` names. Both at once are a fault. */
  secret<Value, Absent>(name: string, form: ValueForm<Value>, absent: Absent): Value | Absent {
    const file = this.#environment[`${name}_FILE`];
    if (file === undefined || file === '') return this.value(name, form, absent);
    if (this.#environment[name]) {
      this.problems.push(`${name} and ${name}_FILE are both set; set one of them`);
      return absent;
    }
    try {
      const [line] = readFileSync(file, 'utf8').split(/\r?\n/);
      if (line === '') throw new Error('its first line is empty');
      return this.#formed(`${name}_FILE`, line, form, absent, true);
    } catch (error) {
      this.problems.push(`${name}_FILE: ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
      return absent;
    }
  }

  #formed<Value, Absent>(name: string, text: string, form: ValueForm<Value>, absent: Absent, hidden = false): Value | Absent {
    try {
      return form(text);
    } catch (error) {
      const expected = error instanceof Error ? error.message : String(error);
      const shown = hidden || /PASSWORD|SECRET|TOKEN|URL/.test(name) ? '(not shown)' : JSON.stringify(text.slice(0, 100));
      this.problems.push(`${name} is ${shown}, and must be ${expected}`);
      return absent;
    }
  }
}
