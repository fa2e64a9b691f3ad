import type { Route } from '../routes.ts';

const signIn = 'sign-in: token of Teams and roster, or link and device';
const origin = 'Origin of our own host';
const json = (kilobytes: number) => `JSON of at most ${kilobytes} KB, not compressed`;

/** The entrances of the page: its files, and what it asks. */
export const pageRoutes = [
  {
    name: 'page',
    method: 'get',
    path: '/tab',
    who: 'anybody: the page without anything in it',
    guards: ['flood gate', 'content security policy'],
    mode: 'always',
  },
  {
    name: 'pageConfigure',
    method: 'get',
    path: '/tab/configure',
    who: 'anybody: the page without anything in it',
    guards: ['flood gate', 'content security policy'],
    mode: 'always',
  },
  {
    name: 'pageAsset',
    method: 'get',
    path: '/tab/assets/:file',
    who: 'anybody: scripts and styles',
    guards: ['flood gate', 'names of the build only'],
    mode: 'always',
  },
  {
    name: 'pageScreen',
    method: 'get',
    path: '/s/:code',
    who: 'anybody: the page without anything in it',
    guards: ['flood gate', 'content security policy'],
    mode: 'always',
  },
  {
    name: 'pageStart',
    method: 'get',
    path: '/',
    who: 'anybody on this machine: the page without anything in it',
    guards: ['flood gate', 'content security policy'],
    mode: 'development',
  },
  {
    name: 'demo',
    method: 'get',
    path: '/api/demo',
    who: 'who tries Punkt on this machine, without a bot',
    guards: ['flood gate', 'no bot is registered', 'host name of this machine'],
    mode: 'development',
  },
  {
    name: 'meetingView',
    method: 'get',
    path: '/api/meetings/:id',
    who: 'who is in the chat of the meeting, or was given a link',
    guards: ['flood gate', signIn],
    mode: 'always',
  },
  {
    name: 'meetingEvents',
    method: 'get',
    path: '/api/meetings/:id/events',
    who: 'who is in the chat of the meeting, or was given a link',
    guards: ['flood gate', signIn, 'streams of a person and of all'],
    mode: 'always',
  },
  {
    name: 'meetingAsks',
    method: 'post',
    path: '/api/meetings/:id/asks',
    who: 'who is in the chat of the meeting, or was given a personal link',
    guards: ['flood gate', origin, json(512), signIn, 'pace of person and meeting', 'table of roles'],
    mode: 'always',
  },
  {
    name: 'meetingPresence',
    method: 'post',
    path: '/api/meetings/:id/presence',
    who: 'who is in the chat of the meeting, or was given a personal link',
    guards: ['flood gate', origin, json(64), signIn, 'pace of the person'],
    mode: 'always',
  },
] as const satisfies readonly Route[];

export type PageRouteName = (typeof pageRoutes)[number]['name'];
