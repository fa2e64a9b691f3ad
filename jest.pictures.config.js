import base from './jest.config.js';

/** `npm run pictures`: draws every card, to be looked at. What can be measured is measured by the tests. */
export default { ...base, testMatch: ['**/*.pictures.ts'], maxWorkers: 1 };
