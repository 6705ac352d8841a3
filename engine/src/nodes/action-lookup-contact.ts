import * as z from 'zod';
import { reaching } from './asking.ts';
import { defineNode } from './define-node.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const config = z.strictObject({});

/** Asks the CRM about the customer and waits for the answer, which fills the customer's fields. */
export const actionLookupContact = defineNode<z.infer<typeof config>>({
  kind: 'action.lookupContact',
  group: 'action',
  label: { en: 'Look up customer', id: 'Cari data pelanggan' },
  help: {
    en: 'Fetches what the CRM knows about the customer; later steps see it',
    id: 'Mengambil data pelanggan dari CRM; langkah berikutnya dapat memakainya',
  },
  config,
  defaultConfig: {},
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  check: () => [],
  sentence: (_config, _names, locale) =>
    ({ en: 'Look up the customer in the CRM', id: 'Cari data pelanggan di CRM' })[locale],
  behaviour: () => reaching('crm', 'always', () => [{ type: 'lookupContact' }]),
});
