// The role that a migration has taken on. What the rehearsal reads and clears away is its owner's business.
import type { Database, Row } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';

/** Who statements run as: `session_user`, and what SET ROLE made of it (`none` for nothing). */
export interface Role {
  readonly session: string;
  readonly role: string;
}

/** What to select of the role in force. */
export const ROLE = `session_user::text as session, current_setting('role') as role`;

/** Follows which role is in force, as far as was seen, and does work as the owner, who began the session. */
export class Owner {
  readonly #db: Database;
  readonly #name: string;
  #inForce = true;

  constructor(db: Database, name: string) {
    this.#db = db;
    this.#name = name;
  }

  /** After a statement. */
  heed({ session, role }: Role): void {
    this.#inForce = role === 'none' && session === this.#name;
  }

  /** The statements by which the session's user is its owner again, whatever a migration has set. */
  get leaving(): string {
    if (this.#inForce) return 'reset role';
    return `set session authorization ${quoteIdentifier(this.#name)}; reset role`;
  }

  /** Does work as the owner, and takes on again what the migration had taken on; `inside` of a transaction. */
  async run<T>(inside: boolean, work: () => Promise<T>): Promise<T> {
    if (this.#inForce) return work();
    const [now] = await this.#db.query<Role & Row>(`select ${ROLE}`);
    if (now === undefined) return work();
    const set = inside ? 'set local' : 'set';
    const other = now.session !== this.#name;
    // By its name: the embedded server knows no default that it could go back to.
    const owner = `session authorization ${quoteIdentifier(this.#name)}`;
    await this.#db.exec(`${set} ${other ? owner : 'role none'}`);
    const result = await work();
    const again = [
      ...(other ? [`${set} session authorization ${quoteIdentifier(now.session)}`] : []),
      ...(now.role === 'none' ? [] : [`${set} role ${quoteIdentifier(now.role)}`]),
    ];
    await this.#db.exec(again.join('; '));
    return result;
  }
}
