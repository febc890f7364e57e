import './no-eval';
import './transport';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/literata/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/App';
import { start } from './app/start';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void start();
