import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import { nameOf, removalOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/**
 * The keys that sign receipts of waivers: one that signs now, and those that did. KMS rotates no asymmetric key by itself, so
 * a rotation is another name in the settings; the keys before stay for whoever holds a receipt.
 */
export class ReceiptKeys extends Construct {
  /** The one that signs first. */
  private readonly keys: readonly IKey[];

  constructor(scope: Construct, id: string, { config }: Pick<StageContext, 'config'>) {
    super(scope, id);
    const { present, retired } = config.receiptKeys;
    this.keys = [present, ...retired].map((name) => this.keyOf(name, config));
  }

  /** Lets a function sign with the present key, and only as receipts are signed. */
  letSign(signer: ServiceFunction): void {
    const [present] = this.keys;
    if (present === undefined) return;
    signer.allow(['kms:Sign'], [present.keyArn], {
      StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
    });
    signer.function.addEnvironment('RECEIPT_KEY_ARN', present.keyArn);
  }

  letRead(reader: ServiceFunction): void {
    const arns = this.keys.map(({ keyArn }) => keyArn);
    reader.allow(['kms:GetPublicKey'], arns);
    reader.function.addEnvironment('RECEIPT_KEY_ARNS', arns.join(' '));
  }

  /** By its name a key of our own; by its ARN one that outlived the stack that it was made in. */
  private keyOf(name: string, config: StageContext['config']): IKey {
    if (name.startsWith('arn:')) return Key.fromKeyArn(this, `Given ${name.slice(name.lastIndexOf('/') + 1)}`, name);
    const key = new Key(this, `Key ${name}`, {
      description: `Receipts of waivers of ${nameOf(config)}, ${name}`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: removalOf(config),
    });
    // An export could not be taken away while others import it, and so no key could ever be taken out.
    CrossStackReferences.of(key).produce(ReferenceStrength.WEAK);
    return key;
  }
}
