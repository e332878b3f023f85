// Prints the breaking changes from one SDL to another, as graphql-inspector judges them: path and sentence, one to a line.
import { readFileSync } from 'node:fs';
import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const [before, after] = process.argv.slice(2).map((path) => buildSchema(readFileSync(path, 'utf8')));
for (const change of await diff(before, after))
  if (change.criticality.level === CriticalityLevel.Breaking) console.log(`${change.path}\t${change.message}`);
