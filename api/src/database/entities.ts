import { WorkspaceEntity } from '../workspaces/workspace.entity.ts';

/** Every entity the ORM maps. */
export const entities = [WorkspaceEntity] as const;
