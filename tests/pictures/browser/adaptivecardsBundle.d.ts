// The bundle has the types of the modules; its own declarations are of another kind.
declare module 'adaptivecards/dist/adaptivecards.js' {
  export * from 'adaptivecards';
}
