/** Where the page was built to. Here, as the server's bundle lies as deep below the package as this folder does. */
export const pageFolder = new URL('../../dist/tab/', import.meta.url);
