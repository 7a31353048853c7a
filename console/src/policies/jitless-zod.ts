import * as z from 'zod';

// The console's content security policy allows no code from text, which zod would try for speed.
z.config({ jitless: true });
