import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { plainLocale, plainMessages, plainRegions } from './light-scripts.js'

export default defineConfig({
  build: {
    // The server names what a page begins with, scripts what they import.
    modulePreload: { resolveDependencies: () => [] },
    // The words of the api come through one door: a page carries those it uses.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/db\/vocabulary\//.test(id) } },
  },
  plugins: [
    plainLocale(),
    plainMessages(),
    plainRegions(),
    sveltekit({
      adapter: adapter(),
      // No page carries the addresses and files of all the others; the server says which a link needs.
      router: { resolution: 'server' },
      // No script or style of another place, none written into the page but with this answer's nonce.
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
})
