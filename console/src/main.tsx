import './library-styles.ts';
import './tokens.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProvider } from './api/api-context.tsx';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { AuthProvider } from './auth/auth-context.tsx';
import { IssuerProvider } from './auth/issuer-context.tsx';
import { CrashGuard } from './feedback/crash-guard.tsx';
import { Announcer } from './shell/announcer.tsx';
import { cssVariables, theme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <IssuerProvider>
          <AuthProvider>
            <ApiProvider>
              <CrashGuard>
                <App />
              </CrashGuard>
              <Announcer />
            </ApiProvider>
          </AuthProvider>
        </IssuerProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
