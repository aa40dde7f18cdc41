// Made by `npm run api-types` from the openapi.json of the dashboard service.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page for a wall: incidents as they are decided, figures of a day, what is at work */
        get: operations["get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in; prolongs the session */
        get: operations["getApiV1AuthSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the reply sets the cookie of the session */
        post: operations["postApiV1AuthSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session that asks */
        post: operations["postApiV1AuthSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the page */
        get: operations["getAssetsName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents, latest first, as the API service lists them */
        get: operations["getDashboardV1Incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/incidents/{id}/key-frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The key frame
         * @description One range of bytes may be asked for; `ETag`, `If-None-Match` and `If-Range` hold.
         */
        get: operations["getDashboardV1IncidentsIdKeyFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first; those that failed are the dead letters */
        get: operations["getDashboardV1Jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a job */
        post: operations["postDashboardV1JobsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/jobs/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a job; a running one is checkpointed and given back */
        post: operations["postDashboardV1JobsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/jobs/{id}/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a failed or cancelled job again */
        post: operations["postDashboardV1JobsIdRequeue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused job go on */
        post: operations["postDashboardV1JobsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents of a span by hour, kind and source, budgets, queue, cameras, disk and services; some seconds old */
        get: operations["getDashboardV1Overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let work go on after everything was stopped */
        post: operations["postDashboardV1Resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/stop-everything": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let no job begin; running ones are checkpointed and given back */
        post: operations["postDashboardV1StopEverything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Process, machine, store and feed of this service */
        get: operations["getDashboardV1System"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything that the service needs answers */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures in the format of Prometheus; asks for METRICS_TOKEN, or for a caller that may read where none is set */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vigil.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sign of the page */
        get: operations["getVigilSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            /** @enum {string} */
            code: "bad-request" | "file-missing" | "file-unreadable" | "file-empty" | "file-truncated" | "not-media" | "no-video" | "codec-unsupported" | "picture-size-unsupported" | "media-process-died" | "media-process-stalled" | "profile-missing" | "profile-unreadable" | "profile-mismatch" | "dataset-invalid" | "model-unavailable" | "model-invalid" | "memory-budget-exceeded" | "inference-failed" | "disk-full" | "not-writable" | "cancelled" | "not-signed-in" | "forbidden" | "origin-refused" | "rate-limited" | "not-found" | "method-not-allowed" | "conflict" | "gone" | "too-large" | "range-unsatisfiable" | "media-type-unsupported" | "address-refused" | "delivery-failed" | "quota-exceeded" | "store-unavailable" | "shutting-down" | "internal";
            details?: {
                [key: string]: unknown;
            };
            message: string;
            requestId?: string;
        };
        IncidentPage: {
            items: components["schemas"]["IncidentSummary"][];
            nextCursor: string | null;
        };
        IncidentSummary: {
            analysisId: string;
            announced: boolean;
            assignedTo: string | null;
            /** @enum {string} */
            baseline: "profile" | "self";
            boundingBoxes: {
                height: number;
                left: number;
                top: number;
                width: number;
            }[];
            caption: string | null;
            clip: string | null;
            clipStartSeconds: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string;
            decidedSeconds: number | null;
            endSeconds: number;
            evidence: {
                details: {
                    [key: string]: number | string | boolean;
                };
                /** @enum {string} */
                modality: "motion" | "appearance" | "objects" | "pose" | "sound" | "camera";
                nearestNormal: {
                    distance: number;
                    seconds: number;
                    source: string;
                    sourceId?: string;
                }[];
                peakSeconds: number | null;
                pValue: number | null;
                share: number;
                /** @enum {string} */
                state: "used" | "absent" | "unavailable";
                summary: string;
            }[];
            held: boolean;
            id: string;
            keyFrame: string | null;
            kinds: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
            modelVersions: {
                [key: string]: string;
            };
            note: string;
            /** Format: date-time */
            occurredAt: string;
            peakSeconds: number;
            profileVersion: string | null;
            pValue: number;
            reviewed: boolean;
            reviewedAt: string | null;
            reviewedBy: string | null;
            score: number;
            /** @enum {string} */
            severity: "info" | "warning" | "critical";
            sourceId: string;
            /** @enum {string} */
            sourceKind: "video" | "camera";
            sourceName: string;
            startedAt: string | null;
            startSeconds: number;
            /** @enum {string} */
            status: "new" | "confirmed" | "dismissed";
            tags: string[];
            title: string;
            transcript: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            videoId: string;
        };
        Job: {
            attemptLog: {
                attempt: number;
                endedAt: string | null;
                /** @enum {string} */
                outcome: "running" | "done" | "failed" | "cancelled" | "lost" | "released";
                reason: string | null;
                /** Format: date-time */
                startedAt: string;
                worker: string;
            }[];
            attempts: number;
            cancelRequested: boolean;
            checkpointSeconds: number | null;
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            error: components["schemas"]["Error"] | null;
            fairnessKey: string;
            id: string;
            idempotencyKey: string;
            leaseExpiresAt: string | null;
            leaseOwner: string | null;
            maxAttempts: number;
            /** Format: date-time */
            notBefore: string;
            paused: boolean;
            payload: {
                analysisId: string;
                /** @constant */
                type: "analyse-video";
                videoId: string;
            } | {
                extend: boolean;
                footage: {
                    endSeconds: number | null;
                    startSeconds: number | null;
                    videoId: string;
                }[];
                profileId: string;
                requestedBy: string;
                /** @constant */
                type: "learn-profile";
            } | {
                correctionId: string;
                profileId: string;
                /** @constant */
                type: "preview-correction";
            } | {
                evaluationId: string;
                /** @constant */
                type: "evaluate";
            } | {
                /** @constant */
                type: "make-previews";
                videoId: string;
            } | {
                /** @constant */
                type: "apply-retention";
            } | {
                model: string;
                /** @constant */
                type: "build-model";
            };
            priority: number;
            progress: {
                clip?: {
                    number: number;
                    of: number;
                } | null;
                mediaSeconds: number;
                secondsLeft: number | null;
                share?: number;
                stage: string;
                timesRealTime: number;
                totalSeconds: number | null;
            } | null;
            /** @enum {string} */
            state: "queued" | "leased" | "done" | "failed" | "cancelled";
            subjectId: string | null;
            turn: number;
            /** @enum {string} */
            type: "analyse-video" | "learn-profile" | "preview-correction" | "evaluate" | "make-previews" | "apply-retention" | "build-model";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            nextCursor: string | null;
        };
        Overview: {
            /** Format: date-time */
            before: string;
            budgets: {
                complete: boolean;
                sources: {
                    achievedPerDay: number;
                    analysedSeconds: number;
                    incidents: number;
                    promisedPerDay: number;
                    sourceId: string;
                    sourceName: string;
                }[];
            };
            cameras: {
                budgetIncidentsPerDay: number;
                /** Format: date-time */
                createdAt: string;
                enabled: boolean;
                id: string;
                lastFrameAt: string | null;
                name: string;
                problem: string | null;
                profileId: string | null;
                shownUrl: string;
                /** @enum {string} */
                state: "offline" | "connecting" | "online" | "paused";
                /** Format: date-time */
                updatedAt: string;
                version: number;
            }[];
            /** Format: date-time */
            from: string;
            incidents: {
                byHour: {
                    count: number;
                    /** Format: date-time */
                    hour: string;
                }[];
                byKind: {
                    count: number;
                    /** @enum {string} */
                    kind: "motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent";
                }[];
                bySeverity: {
                    critical: number;
                    info: number;
                    warning: number;
                };
                bySource: {
                    count: number;
                    sourceId: string;
                    sourceName: string;
                }[];
                byStatus: {
                    confirmed: number;
                    dismissed: number;
                    new: number;
                };
                total: number;
            };
            media: {
                byArea: {
                    [key: string]: number;
                };
                freeBytes: number;
                quotaBytes: number | null;
                reserveBytes: number;
                usedBytes: number;
            };
            models: {
                id: string;
                name: string;
                /** @enum {string} */
                state: "installed" | "buildable" | "unavailable";
            }[];
            queue: {
                depth: {
                    [key: string]: number;
                };
                names: {
                    [key: string]: string;
                };
                paused: boolean;
                running: components["schemas"]["Job"][];
            };
            services: {
                alive: boolean;
                host: string;
                id: string;
                processId: number;
                /** Format: date-time */
                seenAt: string;
                services: string[];
                /** Format: date-time */
                startedAt: string;
                version: string;
            }[];
        };
        Session: {
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            ipAddress: string | null;
            userAgent: string | null;
            userId: string;
        };
        SignedIn: {
            passwordIsOwn: boolean;
            session: components["schemas"]["Session"];
            user: components["schemas"]["User"];
        };
        SystemStatus: {
            feed: {
                clients: number;
                live: boolean;
                newest: number;
            };
            machine: {
                freeBytes: number;
                loadAverages: number[];
                name: string;
                processors: number;
                totalBytes: number;
            };
            nodeVersion: string;
            process: {
                heapUsedBytes: number;
                processId: number;
                processorSeconds: number;
                residentBytes: number;
                /** Format: date-time */
                startedAt: string;
                uptimeSeconds: number;
            };
            services: {
                alive: boolean;
                host: string;
                id: string;
                processId: number;
                /** Format: date-time */
                seenAt: string;
                services: string[];
                /** Format: date-time */
                startedAt: string;
                version: string;
            }[];
            store: {
                answerMs: number | null;
                answers: boolean;
                /** @enum {string} */
                kind: "sqlite" | "mongodb";
                schemaVersion: number;
            };
            version: string;
        };
        User: {
            /** Format: date-time */
            createdAt: string;
            disabled: boolean;
            email: string & (unknown & unknown & unknown);
            id: string;
            lastSignInAt: string | null;
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator" | "admin";
        };
    };
    responses: {
        /** @description Bad Request */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Conflict */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Forbidden */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Gone */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Insufficient Storage */
        InsufficientStorage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Internal Server Error */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No Content */
        NoContent: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not Found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not Modified */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Payload Too Large */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Range Not Satisfiable */
        RangeNotSatisfiable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Service Unavailable */
        ServiceUnavailable: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too Many Requests */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Unauthorized */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Unprocessable Entity */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Unsupported Media Type */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": unknown;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1AuthSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postApiV1AuthSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string & (unknown & unknown & unknown);
                    password: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postApiV1AuthSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getAssetsName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDashboardV1Incidents: {
        parameters: {
            query?: {
                analysisId?: string;
                assignedTo?: string;
                before?: string;
                cursor?: string;
                from?: string;
                held?: "true" | "false";
                kind?: "motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent";
                limit?: number;
                order?: "newest-first" | "oldest-first";
                reviewed?: "true" | "false";
                severity?: "info" | "warning" | "critical";
                sourceId?: string;
                status?: "new" | "confirmed" | "dismissed";
                tag?: string;
                text?: string;
                videoId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDashboardV1IncidentsIdKeyFrame: {
        parameters: {
            query?: {
                download?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key frame */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description The key frame, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDashboardV1Jobs: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
                state?: "queued" | "leased" | "done" | "failed" | "cancelled";
                subjectId?: string;
                type?: "analyse-video" | "learn-profile" | "preview-correction" | "evaluate" | "make-previews" | "apply-retention" | "build-model";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postDashboardV1JobsIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postDashboardV1JobsIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postDashboardV1JobsIdRequeue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postDashboardV1JobsIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getDashboardV1Overview: {
        parameters: {
            query?: {
                before?: string;
                from?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postDashboardV1Resume: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paused: boolean;
                        running: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postDashboardV1StopEverything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paused: boolean;
                        running: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getDashboardV1System: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        service: string;
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        timestamp: string;
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dependencies: {
                            [key: string]: "ok" | "unavailable";
                        };
                        service: string;
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        timestamp: string;
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dependencies: {
                            [key: string]: "ok" | "unavailable";
                        };
                        service: string;
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        timestamp: string;
                        version: string;
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getVigilSvg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
