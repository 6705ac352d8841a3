import { describe, expect, it } from 'vitest';
import { agentDraft, agentFields } from './agent-draft.ts';

describe('an agent that is edited', () => {
  it('without limits sends the API’s words for none', () => {
    expect(agentFields({ ...agentDraft(null), name: ' Sari ' })).toMatchObject({
      name: 'Sari',
      supportLevel: 0,
      location: '',
      shiftCalendarId: '',
      channelTypes: [],
      channelCapacity: [],
    });
  });

  it('keeps limits of single channels, zero too', () => {
    const draft = { ...agentDraft(null), channelTypes: ['chat'], channelCapacity: { chat: 0, email: 4 } };
    expect(agentFields(draft)).toMatchObject({
      channelTypes: ['chat'],
      channelCapacity: [
        { channelType: 'chat', units: 0 },
        { channelType: 'email', units: 4 },
      ],
    });
  });
});
