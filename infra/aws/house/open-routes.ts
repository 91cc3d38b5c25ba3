/** Routes that API Gateway leads to a function without a login of its own, each group with a reason. */
import type {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { acknowledge } from './acknowledge.ts';
import type { DeployedFunction } from './deployed-function.ts';

/** What the pages share: every group of routes belongs to this API and is served by this stage. */
export interface Pages {
  readonly pages: DeployedFunction;
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

export interface Opened {
  readonly paths: readonly string[];
  readonly methods: readonly HttpMethod[];
  readonly because: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly atOnce: number;
}

interface OpenRoutes {
  readonly keys: readonly string[];
  readonly routes: readonly HttpRoute[];
}

export function openRoutes(
  api: HttpApi,
  to: DeployedFunction,
  id: string,
  { paths, because, ...opened }: Opened,
): OpenRoutes {
  const methods = [...opened.methods];
  const integration = new HttpLambdaIntegration(id, to.lambda);
  const routes = paths.flatMap((path) => api.addRoutes({ path, methods, integration }));
  for (const route of routes) acknowledge(route, 'AwsSolutions-APIG4', because);
  return { keys: paths.flatMap((path) => methods.map((method) => `${method} ${path}`)), routes };
}

/** A limit for these routes alone, below what the stage allows all of them together. */
export function throttle(
  stage: HttpStage,
  { keys, routes }: OpenRoutes,
  { perSecond, atOnce }: Rate,
): void {
  const cfn = stage.node.defaultChild as CfnStage;
  for (const key of keys) {
    cfn.addPropertyOverride(`RouteSettings.${key}`, {
      ThrottlingRateLimit: perSecond,
      ThrottlingBurstLimit: atOnce,
    });
  }
  // CloudFormation refuses a stage that names a route which does not exist yet.
  for (const route of routes) stage.node.addDependency(route);
}
