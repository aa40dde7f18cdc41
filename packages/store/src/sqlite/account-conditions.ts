import type { SQLInputValue } from 'node:sqlite';
import type { AccountCondition } from '../port/account-records.ts';
import { checkAccountField } from '../records/account-fields.ts';
import { columnValue } from './table-columns.ts';

/** A condition of SQL with its values. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Expression of a field's value; the same text as in the indexes. */
export function accountField(field: string): string {
  return field === 'id' ? 'id' : `json_extract(record, '$.${checkAccountField(field)}')`;
}

/** Conditions joined by their connectors from left to right; true where there are none. */
export function accountConditions(where: readonly AccountCondition[]): SqlCondition {
  let sql = '';
  const values: SQLInputValue[] = [];
  for (const condition of where) {
    const next = oneCondition(condition);
    sql = sql === '' ? next.sql : `(${sql} ${condition.connector === 'OR' ? 'OR' : 'AND'} ${next.sql})`;
    values.push(...next.values);
  }
  return { sql: sql === '' ? 'TRUE' : sql, values };
}

function oneCondition({ field, operator, value }: AccountCondition): SqlCondition {
  const expression = accountField(field);
  const list = JSON.stringify([value].flat());
  const one = columnValue(value);
  switch (operator) {
    case 'eq':
      return one === null ? { sql: `${expression} IS NULL`, values: [] } : { sql: `${expression} = ?`, values: [one] };
    case 'ne':
      return { sql: `${expression} IS NOT ?`, values: [one] };
    case 'lt':
      return { sql: `${expression} < ?`, values: [one] };
    case 'lte':
      return { sql: `${expression} <= ?`, values: [one] };
    case 'gt':
      return { sql: `${expression} > ?`, values: [one] };
    case 'gte':
      return { sql: `${expression} >= ?`, values: [one] };
    case 'in':
      return { sql: `${expression} IN (SELECT value FROM json_each(?))`, values: [list] };
    case 'not_in':
      return { sql: `(${expression} IS NULL OR ${expression} NOT IN (SELECT value FROM json_each(?)))`, values: [list] };
    case 'contains':
      return { sql: `instr(${expression}, ?) > 0`, values: [String(one)] };
    case 'starts_with':
      return { sql: `substr(${expression}, 1, length(?)) = ?`, values: [String(one), String(one)] };
    case 'ends_with':
      return { sql: `substr(${expression}, -max(length(?), 1), length(?)) = ?`, values: [String(one), String(one), String(one)] };
  }
}
