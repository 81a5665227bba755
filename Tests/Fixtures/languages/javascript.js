#!/usr/bin/env node
// Prints the services that have spent their error budget.
import { readFile } from 'node:fs/promises';

const [, , path = "slo.json"] = process.argv;
const NAME = /^[a-z][a-z0-9-]*(\/[a-z]+)?$/;

/** @param {number} target between 0 and 1 */
export function budgetLeft(target, bad, total) {
  if (total === 0) return undefined; // nothing was asked
  return 1 - bad / (total * (1 - target));
}

class Report {
  #rows = new Map();

  add(name, left) {
    if (!NAME.test(name)) throw new TypeError(`'${name}' is no name`);
    this.#rows.set(name, left);
  }

  toString() {
    return [...this.#rows].map(([name, left]) => `${name.padEnd(30)} ${(left * 100).toFixed(1)} %`).join("\n");
  }
}

const report = new Report();
for (const { name, target, bad, total } of JSON.parse(await readFile(path, 'utf8'))) {
  const left = budgetLeft(target, bad, total) ?? 1.0;
  if (left <= 0) report.add(name, left);
}
console.log(String(report));
