import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createRouter } from './router.tsx';

/** All that somebody who is signed in can open. */
export function Pages() {
  // Made once signed in: it reads the address, which signing in has just put back.
  const [router] = useState(createRouter);
  return <RouterProvider router={router} />;
}
