import { VigilError } from '@vigil/contracts';
import type { AccountModel, AccountRecord, AccountRecords } from '../port/account-records.ts';
import { checkAccountLimit, checkAccountRecord, uniqueAccountField } from '../records/account-fields.ts';
import { accountConditions, accountField } from './account-conditions.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { refusingTaken } from './sqlite-records.ts';
import { columnValue } from './table-columns.ts';

/** Records of the account library on SQLite, one row each. */
export function sqliteAccountRecords(connection: SqliteConnection): AccountRecords {
  return {
    async create(model, record) {
      const checked = checkAccountRecord(record);
      connection.write(() =>
        refusingTaken(model, () =>
          connection.run(
            'INSERT INTO accounts (model, id, uniqueValue, record) VALUES (?, ?, ?, ?)',
            model,
            checked.id,
            uniqueValue(model, checked),
            JSON.stringify(checked),
          ),
        ),
      );
      return checked;
    },
    async find(model, { where, limit, offset = 0, sortBy }) {
      const { sql, values } = accountConditions(where);
      const order =
        sortBy === undefined ? 'id' : `${accountField(sortBy.field)} ${sortBy.direction === 'desc' ? 'DESC' : 'ASC'}, id`;
      return connection
        .all(
          `SELECT record FROM accounts WHERE model = ? AND ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
          model,
          ...values,
          checkAccountLimit(limit),
          offset,
        )
        .map((row) => parse(row['record']));
    },
    async count(model, where) {
      const { sql, values } = accountConditions(where);
      return Number(
        connection.first(`SELECT count(*) AS count FROM accounts WHERE model = ? AND ${sql}`, model, ...values)?.['count'],
      );
    },
    async update(model, where, values) {
      const condition = accountConditions(where);
      return connection.write(() =>
        connection
          .all(`SELECT record FROM accounts WHERE model = ? AND ${condition.sql} ORDER BY id`, model, ...condition.values)
          .map((row) => {
            const before = parse(row['record']);
            const after = checkAccountRecord({ ...before, ...values });
            if (after.id !== before.id) throw new VigilError('bad-request', 'the id of an account record cannot be changed');
            refusingTaken(model, () =>
              connection.run(
                'UPDATE accounts SET uniqueValue = ?, record = ? WHERE model = ? AND id = ?',
                uniqueValue(model, after),
                JSON.stringify(after),
                model,
                after.id,
              ),
            );
            return after;
          }),
      );
    },
    async remove(model, where) {
      const { sql, values } = accountConditions(where);
      return connection.write(() => connection.run(`DELETE FROM accounts WHERE model = ? AND ${sql}`, model, ...values));
    },
  };
}

/** What no other record of the model may have; null where there is nothing of the sort. */
export function uniqueValue(model: AccountModel, record: AccountRecord): string | null {
  const field = uniqueAccountField[model];
  const value = field === undefined ? null : columnValue(record[field]);
  return value === null ? null : String(value);
}

function parse(text: unknown): AccountRecord {
  return JSON.parse(String(text)) as AccountRecord;
}
