import base from './jest.config.js';

/** `npm run bench`: the measurements, which say nothing of right or wrong and so are no tests. */
export default { ...base, testMatch: ['**/*.bench.ts'], maxWorkers: 1 };
