import { GraphQLDateTime, GraphQLDuration } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById } from '../agents/agent-loaders.ts';
import { actorOf, type Context } from '../server/context.ts';
import { durationText } from '../server/iso-duration.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { classOf, learnNow, listProficiencies, type Proficiency, setProficiency } from './proficiencies.ts';
import { loadRoutingSettings, type RoutingSettings, updateRoutingSettings } from './routing-settings.ts';

@ObjectType('RoutingSettings', { description: 'How routing behaves throughout the workspace.' })
class RoutingSettingsObject {
  @Field(() => GraphQLDuration, { description: 'How long a lost connection of an agent changes nothing.' })
  grace!: string;

  @Field(() => Boolean, { description: 'Whether learned proficiency counts; false: declared levels alone do.' })
  learnsProficiency!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When proficiency was last learned; null: never.' })
  learnedAt!: Date | null;
}

@InputType({ description: 'What to change of the settings; absent fields stay.' })
class UpdateRoutingSettingsInput {
  @Field(() => GraphQLDuration, { nullable: true, description: 'At most an hour, for example PT1M.' })
  grace?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether learned proficiency counts.' })
  learnsProficiency?: boolean | null;
}

@ObjectType({ description: 'What came of a change to the settings of routing.' })
class RoutingSettingsPayload {
  @Field(() => RoutingSettingsObject, { nullable: true, description: 'The settings as they are now.' })
  routingSettings!: RoutingSettingsObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

const ProficiencySourceEnum = { LEVELS: 'levels', LEARNED: 'learned', SET: 'set' } as const;

registerEnumType(ProficiencySourceEnum, {
  name: 'ProficiencySource',
  description: 'How a proficiency is known.',
  valuesConfig: {
    LEVELS: { description: 'By the declared levels: learned proficiency does not count in this workspace.' },
    LEARNED: { description: 'From how long the agent took for such tickets.' },
    SET: { description: 'Set by hand.' },
  },
});

/** GraphQL's view of a proficiency. */
@ObjectType('Proficiency', { description: 'How well an agent serves a class of work.' })
class ProficiencyObject {
  @Field(() => ID, { description: 'The agent.' })
  agentId!: string;

  @Field(() => String, { description: 'Stands for the class of work: a language and skills.' })
  classKey!: string;

  @Field(() => Int, { description: 'Solved tickets it was learned from.' })
  count!: number;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'The usual handling time (geometric mean), without waiting for others; null without any.',
  })
  meanHandling!: string | null;

  @Field(() => Float, { nullable: true, description: 'What was learned, 0.2 to 1; null where nothing was.' })
  learned!: number | null;

  @Field(() => Float, { description: 'What counts, above 0 to 1.' })
  proficiency!: number;

  @Field(() => ProficiencySourceEnum, { description: 'How that is known.' })
  source!: Proficiency['source'];

  @Field(() => [ID], { description: 'The skills of the class.' })
  skillIds!: string[];

  @Field(() => String, { nullable: true, description: 'The language of the class, BCP 47; null: any.' })
  language!: string | null;
}

@InputType({ description: 'A proficiency to set by hand.' })
class SetProficiencyInput {
  @Field(() => ID, { description: 'The agent.' })
  agentId!: string;

  @Field(() => String, { description: 'The class of work, as `proficiencies` names it.' })
  classKey!: string;

  @Field(() => Float, { nullable: true, description: 'Above 0, at most 1; null: as it is known without it.' })
  proficiency?: number | null;
}

@ObjectType({ description: 'What came of setting a proficiency.' })
class ProficiencyPayload {
  @Field(() => ProficiencyObject, {
    nullable: true,
    description: 'The proficiency as it is now; null where nothing but the declared levels is left.',
  })
  proficiency!: ProficiencyObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Settings of routing, and proficiency. */
@Resolver()
export class RoutingSettingsResolver {
  @Authorized('viewer')
  @Query(() => RoutingSettingsObject, { description: 'How routing behaves throughout the workspace.' })
  async routingSettings(@Ctx() context: Context): Promise<RoutingSettingsObject> {
    const { workspaceId } = actorOf(context);
    return toObject(await context.app.database.inWorkspace(workspaceId, (em) => loadRoutingSettings(em, workspaceId)));
  }

  @Authorized('manager')
  @Mutation(() => RoutingSettingsPayload, { description: 'Changes how routing behaves throughout the workspace.' })
  async updateRoutingSettings(
    @Arg('input', () => UpdateRoutingSettingsInput, { description: 'What to change.' })
    input: UpdateRoutingSettingsInput,
    @Ctx() context: Context,
  ): Promise<RoutingSettingsPayload> {
    return refusedOr({ routingSettings: null }, async () => ({
      routingSettings: toObject(await updateRoutingSettings(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => RoutingSettingsPayload, {
    description: 'Learns proficiency from the tickets solved in the last 90 days; that happens daily by itself.',
  })
  async learnProficiencies(@Ctx() context: Context): Promise<RoutingSettingsPayload> {
    return refusedOr({ routingSettings: null }, async () => ({
      routingSettings: toObject(await learnNow(context.app, actorOf(context))),
    }));
  }

  @Authorized('viewer')
  @Query(() => [ProficiencyObject], {
    description: 'What is known of how well agents serve classes of work, beyond declared levels, by agent and class.',
  })
  async proficiencies(
    @Arg('agentId', () => ID, { nullable: true, description: 'Of one agent only.' }) agentId: string | null,
    @Arg('classKey', () => String, { nullable: true, description: 'Of one class only.' }) classKey: string | null,
    @Ctx() context: Context,
  ): Promise<ProficiencyObject[]> {
    return (await listProficiencies(context.app, actorOf(context), { agentId, classKey })).map(proficiencyToObject);
  }

  @Authorized('manager')
  @Mutation(() => ProficiencyPayload, {
    description: 'Sets how well an agent serves a class of work, or takes that back.',
  })
  async setProficiency(
    @Arg('input', () => SetProficiencyInput, { description: 'What to set.' }) input: SetProficiencyInput,
    @Ctx() context: Context,
  ): Promise<ProficiencyPayload> {
    return refusedOr({ proficiency: null }, async () => {
      const set = await setProficiency(context.app, actorOf(context), input);
      return { proficiency: set && proficiencyToObject(set) };
    });
  }
}

/** Whose a proficiency is. */
@Resolver(() => ProficiencyObject)
export class ProficiencyFieldsResolver {
  @FieldResolver(() => AgentObject, { nullable: true, description: 'The agent.' })
  async agent(@Root() { agentId }: ProficiencyObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return loaders.load(agentById, agentId);
  }
}

function toObject({ graceMs, learnsProficiency, learnedAt }: RoutingSettings): RoutingSettingsObject {
  return { grace: durationText(graceMs), learnsProficiency, learnedAt };
}

function proficiencyToObject({ meanMs, ...known }: Proficiency): ProficiencyObject {
  const of = classOf(known.classKey);
  return {
    ...known,
    meanHandling: meanMs === null ? null : durationText(Math.round(meanMs / 1000) * 1000),
    skillIds: of?.skillIds ?? [],
    language: of?.language ?? null,
  };
}
