import { FLOW_TEMPLATES, type FlowTemplate, type Locale, type UnresolvedReference } from '@alur/engine';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { LocaleEnum } from '../access/role.enum.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusal, refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { FlowObject } from './flow.object.ts';
import { MissingReference } from './flow-exchange.resolver.ts';
import { importFlow } from './import-flow.ts';

@ObjectType('FlowTemplate', { description: 'A ready-made flow to begin from.' })
class FlowTemplateObject {
  @Field(() => ID, { description: 'Its key; stays the same.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @Field(() => GraphQLJSON, { description: 'The flow, with references by name, as `importFlow` takes it.' })
  document!: unknown;
}

@InputType({ description: 'A template to make a flow from.' })
class CreateFlowFromTemplateInput {
  @Field(() => ID, { description: 'A template of `flowTemplates`.' })
  templateId!: string;

  @Field(() => String, { nullable: true, description: "At most 200 characters; absent: the template's own name." })
  name?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: "The language of its texts; the reader's if absent." })
  locale?: Locale | null;
}

@ObjectType({ description: 'What came of making a flow from a template.' })
class FlowFromTemplatePayload {
  @Field(() => FlowObject, { nullable: true, description: 'The flow, not live.' })
  flow!: FlowObject | null;

  @Field(() => [MissingReference], { description: 'What it names that this workspace has not: settle it to publish.' })
  missing!: readonly UnresolvedReference[];

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Ready-made flows. */
@Resolver()
export class FlowTemplateResolver {
  @Authorized('viewer')
  @Query(() => [FlowTemplateObject], { description: 'Ready-made flows to begin from.' })
  flowTemplates(
    @Arg('locale', () => LocaleEnum, { nullable: true, description: "The texts' language; the reader's if absent." })
    locale: Locale | null,
    @Ctx() { locale: own }: Context,
  ): FlowTemplateObject[] {
    return FLOW_TEMPLATES.map((template) => templateToObject(template, locale ?? own));
  }

  @Authorized('manager')
  @Mutation(() => FlowFromTemplatePayload, { description: 'Adds a flow from a template, last in order and not live.' })
  async createFlowFromTemplate(
    @Arg('input', () => CreateFlowFromTemplateInput, { description: 'Which.' }) input: CreateFlowFromTemplateInput,
    @Ctx() context: Context,
  ): Promise<FlowFromTemplatePayload> {
    const nothing = { flow: null, missing: [] };
    return refusedOr<Omit<FlowFromTemplatePayload, 'userErrors'>, typeof nothing>(nothing, async () => {
      const template = FLOW_TEMPLATES.find(({ key }) => key === input.templateId);
      if (!template)
        throw refusal('UNKNOWN_REFERENCE', 'There is no such template; ask for `flowTemplates`.', 'templateId');
      const { name, document } = templateToObject(template, input.locale ?? context.locale);
      const made = { document, name: input.name ?? name, onExisting: 'copy' } as const;
      const { flow, missing } = await importFlow(context.app, actorOf(context), made);
      return { flow, missing };
    });
  }
}

function templateToObject(template: FlowTemplate, locale: Locale): FlowTemplateObject {
  const { key, name, description, flow } = template;
  return { id: key, name: name[locale], description: description[locale], document: flow(locale) };
}
