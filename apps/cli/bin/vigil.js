#!/usr/bin/env node
const leastMajor = 24;

if (Number(process.versions.node.split('.')[0]) < leastMajor) {
  const advice = 'run `npm run vigil -- …` in the checkout, which brings its own, or install a newer Node';
  process.stderr.write(`vigil: needs Node ${leastMajor} or newer, this is ${process.versions.node}; ${advice}\n`);
  process.exitCode = 1;
} else {
  await import('../src/main.ts');
}
