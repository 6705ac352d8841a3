/** Texts of the skills matrix. */
export const skillsEn = {
  intro:
    'Who can do what, and how well. A ticket that needs a skill goes only to people who have it at the level the flow asks for.',
  grid: 'Skills of people, levels 0 to 5',
  person: 'Person',
  addSkill: 'Add a skill',
  addPerson: 'Add a person',
  least: 'Count from level',
  able_one: '{{count}} person',
  able_other: '{{count}} people',
  nobody: 'nobody',
  levelFor: '{{skill}}, {{person}}',
  cell: '{{person}}, {{skill}}: {{level}}',
  levelName: {
    none: 'Not at all',
    beginner: 'Beginner',
    basic: 'Basic',
    solid: 'Solid',
    advanced: 'Advanced',
    expert: 'Expert',
  },
  legend: 'Levels: 1 beginner to 5 expert; empty: not at all.',
  keys: 'Click a cell, or move with the arrow keys and type 0 to 5. Ctrl or ⌘ + Z undoes.',
  noSkills: 'No skills yet',
  noSkillsText: 'Add the first one, such as Billing or Refunds. Flows can then ask for it when they route a ticket.',
  noPeople: 'No people yet',
  noPeopleText: 'Add the people who take tickets; then say here what each of them can do.',
};
