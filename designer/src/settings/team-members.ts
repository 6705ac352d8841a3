interface Person {
  readonly id: string;
  readonly teams: readonly { readonly id: string }[];
}

/** What to change of people so that exactly `memberIds` belong to a team; their other teams stay. */
export function membershipChanges(
  people: readonly Person[],
  teamId: string,
  memberIds: readonly string[],
): { id: string; teamIds: string[] }[] {
  return people.flatMap(({ id, teams }) => {
    const teamIds = teams.map((team) => team.id);
    const isMember = teamIds.includes(teamId);
    if (isMember === memberIds.includes(id)) return [];
    return [{ id, teamIds: isMember ? teamIds.filter((each) => each !== teamId) : [...teamIds, teamId] }];
  });
}
