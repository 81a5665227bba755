import { readFile } from "node:fs/promises";

/** A service as the catalogue knows it. */
export interface Service {
  readonly name: string;
  owner?: `group:${string}`;
  tier: 1 | 2 | 3;
}

type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };

enum Lifecycle { Beta = 'beta', Production = 'production' }

@Injectable()
export class Catalogue<T extends Service> {
  private readonly services = new Map<string, T>();

  constructor(private path: string) {}

  // Reads all of it; a broken file is an error, not an empty catalogue.
  async load(): Promise<Result<number>> {
    try {
      const all = JSON.parse(await readFile(this.path, "utf8")) as T[];
      for (const service of all) this.services.set(service.name.replace(/^team-/g, ''), service);
      return { ok: true, value: all.length };
    } catch (error: unknown) {
      return { ok: false, error: new Error(`cannot read ${this.path}\n`, { cause: error }) };
    }
  }

  owned = (owner: string): T[] => [...this.services.values()].filter((s) => s.owner === `group:${owner}`);
}

declare const VERSION: unique symbol;
export default Lifecycle.Production satisfies Lifecycle;
