/** ESM throughout: botbuilder, lmdb and jose run only so under jest (measured; see README, "For developers"). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 30_000,
  // Much of it waits for programs that it started: on two cores two files at a time.
  maxWorkers: 2,
};
