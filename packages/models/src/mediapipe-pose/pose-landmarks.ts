/** Landmarks that a model gives: 33 of the body, two that give the next region, and four that MediaPipe does not use. */
export const poseLandmarkCount = 39;

/** Landmarks of the body, which also have places in metres. */
export const poseWorldLandmarkCount = 33;

/** The landmarks of the body and the two that give the next region. */
export const trackedLandmarkCount = 35;

/** Numbers of a landmark: x, y, z, visibility, presence. */
export const landmarkValues = 5;

/** Landmark in the middle of the hips, which is the centre of the next region. */
export const hipCenterLandmark = 33;

/** Landmark on the circle around the body, towards the head. */
export const circleLandmark = 34;
