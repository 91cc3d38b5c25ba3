/** A limit of its own for some routes, below what the stage gives all of them together. */
import type { CfnStage, HttpRoute, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';

export interface Rate {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** @param routes those that the keys name: each must be there before the stage that names it */
export function throttle(
  stage: HttpStage,
  routeKeys: readonly string[],
  routes: readonly HttpRoute[],
  { perSecond, atOnce }: Rate,
): void {
  const cfn = stage.node.defaultChild as CfnStage;
  for (const key of routeKeys) {
    cfn.addPropertyOverride(`RouteSettings.${key}`, {
      ThrottlingRateLimit: perSecond,
      ThrottlingBurstLimit: atOnce,
    });
  }
  for (const route of routes) stage.node.addDependency(route);
}
