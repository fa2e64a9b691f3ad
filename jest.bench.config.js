import base from './jest.config.js';

/**
 * `npm run bench`, or parts of it by name (`npm run bench -- turn`): measurements, which say nothing of right or wrong
 * and so are no tests.
 */
export default {
  ...base,
  testMatch: ['**/*.bench.ts'],
  maxWorkers: 1,
  globalSetup: '<rootDir>/tests/bench/forgetResults.js',
  globalTeardown: '<rootDir>/tests/bench/report.js',
};
