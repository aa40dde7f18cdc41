// Made by `npm run api-types` from the openapi.json of the api service.
export interface paths {
    "/api/v1/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Analyses, newest first */
        get: operations["getApiV1Analyses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One analysis */
        get: operations["getApiV1AnalysesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When something moved in a place of the picture, most movement first
         * @description Edges in fractions of the picture. Analyses that kept no record of where things moved are answered with 404.
         */
        get: operations["getApiV1AnalysesIdActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an analysis that has not ended */
        post: operations["postApiV1AnalysesIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/clips/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A clip that a report plays
         * @description One range of bytes may be asked for; `ETag`, `If-None-Match` and `If-Range` hold.
         */
        get: operations["getApiV1AnalysesIdClipsName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report page
         * @description One page; the clips that it plays lie beside it.
         */
        get: operations["getApiV1AnalysesIdReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The complete result: timeline, budget, senses, incidents as they were found */
        get: operations["getApiV1AnalysesIdResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyses/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Surprise over a part of the recording, as finely as so many entries can tell it
         * @description Without a part it is the whole recording. Where it has more frames than entries are asked for, each entry is a stretch of time with the largest value of every sense, so that no peak is lost.
         */
        get: operations["getApiV1AnalysesIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own API keys; for administrators those of everybody, or of one owner */
        get: operations["getApiV1ApiKeys"];
        put?: never;
        /** Make an API key, which is shown this once */
        post: operations["postApiV1ApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key; remove one that was revoked before */
        delete: operations["deleteApiV1ApiKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes and sign-ins, the newest first */
        get: operations["getApiV1Audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; all other sessions end */
        post: operations["postApiV1AuthChangePassword"];
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
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own open sessions, the newest 200 */
        get: operations["getApiV1AuthSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["deleteApiV1AuthSessionsId"];
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
    "/api/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections, newest first */
        get: operations["getApiV1Corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One correction: what would vanish, be missed, be added */
        get: operations["getApiV1CorrectionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend the profile as the preview has shown, and dismiss its incidents that nobody has judged */
        post: operations["postApiV1CorrectionsIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluation-datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data sets that the server has */
        get: operations["getApiV1EvaluationDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Evaluations, newest first */
        get: operations["getApiV1Evaluations"];
        put?: never;
        /** Evaluate on a data set */
        post: operations["postApiV1Evaluations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One evaluation with its figures */
        get: operations["getApiV1EvaluationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The labels that an evaluation measured: its `dataset.json` as it was */
        get: operations["getApiV1EvaluationsIdLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of an evaluation that is done */
        get: operations["getApiV1EvaluationsIdReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an evaluation has found: curves, and figures by modality, kind and clip */
        get: operations["getApiV1EvaluationsIdResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents, latest first; without the courses, arrows and skeletons that one incident has
         * @description `reviewed` goes by the marks of whoever asks (a key acts for its owner). They lie apart from the incidents: a page with it reads at most 1000 incidents, and may have few or none although `nextCursor` names more.
         */
        get: operations["getApiV1Incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident */
        get: operations["getApiV1IncidentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Review an incident: confirm, dismiss, reopen, note, tag, assign, hold */
        patch: operations["patchApiV1IncidentsId"];
        trace?: never;
    };
    "/api/v1/incidents/{id}/clip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The clip
         * @description One range of bytes may be asked for; `ETag`, `If-None-Match` and `If-Range` hold.
         */
        get: operations["getApiV1IncidentsIdClip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/evidence-pack.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that an incident rests on, with hashes, versions and how to verify it
         * @description Its seal, the last link of a hash chain over the files, is entered in the audit log.
         */
        get: operations["getApiV1IncidentsIdEvidencePackZip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/export.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An incident with its clip, key frame and report */
        get: operations["getApiV1IncidentsIdExportZip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/key-frame": {
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
        get: operations["getApiV1IncidentsIdKeyFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents whose strangest thing looks most like that of this one
         * @description It is compared with the newest 5000 that something was looked at in.
         */
        get: operations["getApiV1IncidentsIdSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review up to 500 incidents alike; each has its own outcome */
        post: operations["postApiV1IncidentsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many incidents pass, by status and by severity; counted up to 1000
         * @description Each group leaves its own filter out. `more` says that there are, or may be, more than were counted; with `reviewed`, the newest 2000 that pass the other filters are looked at.
         */
        get: operations["getApiV1IncidentsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents as CSV, with the filters of the list */
        get: operations["getApiV1IncidentsExportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents as JSON, with the filters of the list */
        get: operations["getApiV1IncidentsExportJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/reviewed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark up to 500 incidents as seen and done by whoever asks, or take the marks away; nobody else sees them */
        post: operations["postApiV1IncidentsReviewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first; those that failed are the dead letters */
        get: operations["getApiV1Jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job with its attempts */
        get: operations["getApiV1JobsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Let a job go before others or after them */
        patch: operations["patchApiV1JobsId"];
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a job: a queued one at once, a running one within a second or so */
        post: operations["postApiV1JobsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a job; a running one is checkpointed and given back */
        post: operations["postApiV1JobsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue a failed or cancelled job again, with all its attempts */
        post: operations["postApiV1JobsIdRequeue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused job go on */
        post: operations["postApiV1JobsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Label sets, newest first */
        get: operations["getApiV1LabelSets"];
        put?: never;
        /** Make a label set without clips */
        post: operations["postApiV1LabelSets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One label set with its clips and events */
        get: operations["getApiV1LabelSetsId"];
        put?: never;
        post?: never;
        /** Remove a label set; evaluations that ran on it stay */
        delete: operations["deleteApiV1LabelSetsId"];
        options?: never;
        head?: never;
        /** Rename a label set, or change its clips and events */
        patch: operations["patchApiV1LabelSetsId"];
        trace?: never;
    };
    "/api/v1/label-sets/{id}/dataset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A label set as `dataset.json`, whose clips are the originals of its videos */
        get: operations["getApiV1LabelSetsIdDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every model: installed, or why not and how to install it */
        get: operations["getApiV1Models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build a model into the cache, by a job */
        post: operations["postApiV1ModelsIdInstallation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which channels are set up, and the public key for web push */
        get: operations["getApiV1NotificationsChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries, newest first; those that failed are the dead letters */
        get: operations["getApiV1NotificationsDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a failed delivery all its attempts again */
        post: operations["postApiV1NotificationsDeliveriesIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notification rules, newest first, without their secrets */
        get: operations["getApiV1NotificationsRules"];
        put?: never;
        /** Make a notification rule; a webhook's secret is generated where none is given, and shown once */
        post: operations["postApiV1NotificationsRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notification rule */
        get: operations["getApiV1NotificationsRulesId"];
        put?: never;
        post?: never;
        /** Remove a notification rule, and what waits to be delivered for it */
        delete: operations["deleteApiV1NotificationsRulesId"];
        options?: never;
        head?: never;
        /** Change, enable, disable or snooze a notification rule */
        patch: operations["patchApiV1NotificationsRulesId"];
        trace?: never;
    };
    "/api/v1/notifications/rules/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to where a rule sends, at once and a single time */
        post: operations["postApiV1NotificationsRulesIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the users, for those that incidents are assigned to; at most 1000 */
        get: operations["getApiV1People"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles, newest first */
        get: operations["getApiV1Profiles"];
        put?: never;
        /** Learn a profile from videos or ranges of them */
        post: operations["postApiV1Profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One profile with its revisions */
        get: operations["getApiV1ProfilesId"];
        put?: never;
        post?: never;
        /** Remove a profile that nothing uses */
        delete: operations["deleteApiV1ProfilesId"];
        options?: never;
        head?: never;
        /** Rename a profile */
        patch: operations["patchApiV1ProfilesId"];
        trace?: never;
    };
    "/api/v1/profiles/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work out what calling incidents normal would change */
        post: operations["postApiV1ProfilesIdCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a profile, for the command line or another server */
        get: operations["getApiV1ProfilesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a profile with footage, or learn it anew */
        post: operations["postApiV1ProfilesIdLearning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a profile back to a revision that is kept */
        post: operations["postApiV1ProfilesIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the retention now; once an hour however often it is asked for */
        post: operations["postApiV1RetentionRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your saved views, in the order they were made */
        get: operations["getApiV1SavedViews"];
        put?: never;
        /** Save a view; 50 are kept */
        post: operations["postApiV1SavedViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a saved view, or let it show something else */
        put: operations["putApiV1SavedViewsId"];
        post?: never;
        /** Remove a saved view */
        delete: operations["deleteApiV1SavedViewsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings that hold now */
        get: operations["getApiV1Settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings */
        patch: operations["patchApiV1Settings"];
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a resumable upload
         * @description tus 1.0.0 with creation, creation-with-upload, creation-defer-length, termination and expiration. `Upload-Metadata` may hold `filename`, `sourceId`, `analyse` (`true` or `false`), `profileId` and `budget` (incidents a day). `Location` is relative.
         */
        post: operations["postApiV1Uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an upload is
         * @description HEAD answers as tus 1.0.0 has it. The id is that of the video that the upload becomes.
         */
        get: operations["getApiV1UploadsId"];
        put?: never;
        post?: never;
        /** Give an unfinished upload up */
        delete: operations["deleteApiV1UploadsId"];
        options?: never;
        head?: never;
        /**
         * Send a part of an upload
         * @description After the last part the video is stored, and `Vigil-Video-Id` names it.
         */
        patch: operations["patchApiV1UploadsId"];
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users by e-mail address */
        get: operations["getApiV1Users"];
        put?: never;
        /** Make a user; without a password one is generated and shown once */
        post: operations["postApiV1Users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user */
        get: operations["getApiV1UsersId"];
        put?: never;
        post?: never;
        /** Remove a user, end the sessions and revoke the keys; one administrator always stays */
        delete: operations["deleteApiV1UsersId"];
        options?: never;
        head?: never;
        /** Change name or role, disable or enable; one administrator always stays */
        patch: operations["patchApiV1UsersId"];
        trace?: never;
    };
    "/api/v1/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a user another password and end all sessions; without a password one is generated and shown once */
        post: operations["postApiV1UsersIdPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user's open sessions, the newest 200 */
        get: operations["getApiV1UsersIdSessions"];
        put?: never;
        post?: never;
        /** End all sessions of a user */
        delete: operations["deleteApiV1UsersIdSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Videos, newest first */
        get: operations["getApiV1Videos"];
        put?: never;
        /**
         * Upload videos with a form
         * @description One or more files under any field name; fields `sourceId`, `analyse`, `profileId` and `budget` hold for all of them. Each file has a result of its own; where all are refused, the reply is the error of the first.
         */
        post: operations["postApiV1Videos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One video */
        get: operations["getApiV1VideosId"];
        put?: never;
        post?: never;
        /**
         * Remove a video with its incidents, analyses and files
         * @description Refused as a conflict while a job needs the video, unless by force, and always where the video or one of its incidents is held or confirmed.
         */
        delete: operations["deleteApiV1VideosId"];
        options?: never;
        head?: never;
        /** Rename a video, give it a source, hold it or let it go */
        patch: operations["patchApiV1VideosId"];
        trace?: never;
    };
    "/api/v1/videos/{id}/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse a video again
         * @description An analysis of the same video with the same profile and budget that has not ended is the answer.
         */
        post: operations["postApiV1VideosIdAnalyses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of a video at a moment
         * @description At most 640 pixels on its long side, to a tenth of a second; the last picture where the video ends before.
         */
        get: operations["getApiV1VideosIdFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file as it was uploaded
         * @description One range of bytes may be asked for; `ETag`, `If-None-Match` and `If-Range` hold.
         */
        get: operations["getApiV1VideosIdOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of the video */
        get: operations["getApiV1VideosIdPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/sprite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Small pictures of the whole video in one */
        get: operations["getApiV1VideosIdSprite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/sprite.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each small picture lies, and when it is */
        get: operations["getApiV1VideosIdSpriteJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version of the release and of the API */
        get: operations["getApiVersion"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivitySearch: {
            moments: {
                endSeconds: number;
                peakSeconds: number;
                startSeconds: number;
                strength: number;
            }[];
            stretchSeconds: number;
            total: number;
        };
        Analysis: {
            analysedSeconds: number | null;
            budget: {
                calibrationSeconds: number;
                enoughData: boolean;
                expectedPerDay: number;
                incidentsPerDay: number;
                summary: string;
                thresholdSurprise: number;
            } | null;
            budgetIncidentsPerDay: number;
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            error: components["schemas"]["Error"] | null;
            id: string;
            incidentCount: number | null;
            jobId: string;
            modalities: {
                /** @enum {string} */
                modality: "motion" | "appearance" | "objects" | "pose" | "sound" | "camera";
                reason: string | null;
                /** @enum {string} */
                state: "used" | "absent" | "unavailable";
            }[];
            profileId: string | null;
            profileVersion: string | null;
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** Format: date-time */
            updatedAt: string;
            version: number;
            versions: {
                [key: string]: string;
            };
            videoId: string;
            warnings: string[];
        };
        AnalysisPage: {
            items: components["schemas"]["Analysis"][];
            nextCursor: string | null;
        };
        AnalysisRequest: {
            budgetIncidentsPerDay?: number;
            profileId?: string | null;
        };
        AnalysisResult: {
            analysedFrames: number;
            analysedSeconds: number;
            /** @enum {string} */
            baseline: "profile" | "self";
            budget: {
                calibrationSeconds: number;
                enoughData: boolean;
                expectedPerDay: number;
                incidentsPerDay: number;
                summary: string;
                thresholdSurprise: number;
            };
            /** @constant */
            format: "vigil-analysis";
            /** @constant */
            formatVersion: 1;
            incidents: {
                appearance?: string | null;
                /** @enum {string} */
                baseline: "profile" | "self";
                boundingBoxes: {
                    height: number;
                    left: number;
                    top: number;
                    width: number;
                }[];
                clip: string | null;
                clipStartSeconds: number | null;
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
                flowArrows: {
                    dx: number;
                    dy: number;
                    x: number;
                    y: number;
                }[];
                id: string;
                keyFrame: string | null;
                kinds: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
                modelVersions: {
                    [key: string]: string;
                };
                note: string;
                peakSeconds: number;
                profileVersion: string | null;
                pValue: number;
                reviewedBy: string | null;
                score: number;
                /** @enum {string} */
                severity: "info" | "warning" | "critical";
                skeletons: {
                    landmarks: number[][];
                    seconds: number;
                }[];
                sourceId: string;
                /** @enum {string} */
                sourceKind: "video" | "camera";
                startedAt: string | null;
                startSeconds: number;
                /** @enum {string} */
                status: "new" | "confirmed" | "dismissed";
                tags: string[];
                title: string;
                tracks: {
                    label: string | null;
                    path: {
                        box: {
                            height: number;
                            left: number;
                            top: number;
                            width: number;
                        };
                        seconds: number;
                    }[];
                    trackId: number;
                }[];
            }[];
            kindScores: {
                [key: string]: number;
            };
            modalities: {
                /** @enum {string} */
                modality: "motion" | "appearance" | "objects" | "pose" | "sound" | "camera";
                reason: string | null;
                /** @enum {string} */
                state: "used" | "absent" | "unavailable";
            }[];
            profile: {
                name: string;
                version: string;
            } | null;
            settings: {
                [key: string]: unknown;
            };
            source: {
                codec: string;
                durationSeconds: number | null;
                file: string;
                framesPerSecond: number | null;
                hasAudio: boolean;
                height: number;
                id: string;
                sizeBytes: number;
                truncated: boolean;
                width: number;
            };
            timeline: {
                fused: number[];
                modalities: {
                    [key: string]: (number | null)[];
                };
                seconds: number[];
            };
            versions: {
                [key: string]: string;
            };
            warnings: string[];
        };
        AnalysisTimeline: {
            durationSeconds: number;
            exact: boolean;
            gaps: {
                endSeconds: number;
                startSeconds: number;
            }[];
            secondsPerEntry: number;
            thresholdSurprise: number;
            timeline: {
                fused: number[];
                modalities: {
                    [key: string]: (number | null)[];
                };
                seconds: number[];
            };
        };
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            id: string;
            lastUsedAt: string | null;
            name: string;
            ownerId: string;
            prefix: string;
            revokedAt: string | null;
            scopes: ("read" | "upload" | "review" | "manage" | "admin")[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string | null;
                /** @enum {string} */
                kind: "user" | "api-key" | "system" | "anonymous";
                name: string;
            };
            /** Format: date-time */
            createdAt: string;
            details: {
                [key: string]: unknown;
            };
            id: string;
            ipAddress: string | null;
            /** @enum {string} */
            outcome: "done" | "refused";
            requestId: string | null;
            target: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: string | null;
        };
        AvailableDataset: {
            clips: number | null;
            dataset: string;
            problem: string | null;
            task: ("one-class" | "event" | "audio" | "unlabelled") | null;
            title: string | null;
        };
        AvailableDatasets: {
            items: components["schemas"]["AvailableDataset"][];
            reason: string | null;
        };
        BulkIncidentChange: {
            change: {
                addTags?: string[];
                appendNote?: string;
                assignedTo?: string | null;
                held?: boolean;
                note?: string;
                removeTags?: string[];
                /** @enum {string} */
                status?: "new" | "confirmed" | "dismissed";
                tags?: string[];
            };
            ids: string[];
        };
        BulkIncidentResult: {
            results: {
                error: components["schemas"]["Error"] | null;
                id: string;
                /** @enum {string} */
                outcome: "changed" | "unchanged" | "failed";
                version: number | null;
            }[];
        };
        Correction: {
            additional: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            error: components["schemas"]["Error"] | null;
            footage?: {
                endSeconds: number;
                startSeconds: number;
                videoId: string;
            }[];
            id: string;
            incidentIds: string[];
            missedConfirmed: string[];
            profileId: string;
            profileVersion: string;
            /** @enum {string} */
            state: "working" | "ready" | "applied" | "failed";
            /** Format: date-time */
            updatedAt: string;
            vanishing: string[];
            version: number;
        };
        CorrectionPage: {
            items: components["schemas"]["Correction"][];
            nextCursor: string | null;
        };
        CorrectionRequest: {
            incidentIds: string[];
        };
        CreatedApiKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            id: string;
            key: string;
            lastUsedAt: string | null;
            name: string;
            ownerId: string;
            prefix: string;
            revokedAt: string | null;
            scopes: ("read" | "upload" | "review" | "manage" | "admin")[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        CreatedUser: {
            password: string | null;
            user: components["schemas"]["User"];
        };
        Dataset: {
            clips: ({
                activity?: string;
                anomalousFrames?: number[][];
                durationSeconds?: number;
                events?: {
                    endSeconds: number;
                    kind: string;
                    startSeconds: number;
                }[];
                fallingFrames?: number[];
                file: string;
                hardNegative?: boolean;
                label?: string;
                lyingFrames?: number[];
                name?: string;
                note?: string;
                /** @enum {string} */
                split?: "train" | "test";
            } & {
                [key: string]: unknown;
            })[];
            framesPerSecond?: number;
            name: string;
            source?: string;
            /** @enum {string} */
            task: "one-class" | "event" | "audio" | "unlabelled";
            terms?: string;
        } & {
            [key: string]: unknown;
        };
        Delivery: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            id: string;
            incidentId: string;
            /** Format: date-time */
            notBefore: string;
            problem: string | null;
            ruleId: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed" | "cooling";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            nextCursor: string | null;
        };
        Error: {
            /** @enum {string} */
            code: "bad-request" | "file-missing" | "file-unreadable" | "file-empty" | "file-truncated" | "not-media" | "no-video" | "codec-unsupported" | "picture-size-unsupported" | "media-process-died" | "media-process-stalled" | "profile-missing" | "profile-unreadable" | "profile-mismatch" | "dataset-invalid" | "model-unavailable" | "model-invalid" | "memory-budget-exceeded" | "inference-failed" | "disk-full" | "not-writable" | "cancelled" | "not-signed-in" | "forbidden" | "origin-refused" | "rate-limited" | "not-found" | "method-not-allowed" | "conflict" | "gone" | "too-large" | "range-unsatisfiable" | "media-type-unsupported" | "address-refused" | "delivery-failed" | "quota-exceeded" | "store-unavailable" | "shutting-down" | "internal";
            details?: {
                [key: string]: unknown;
            };
            message: string;
            requestId?: string;
        };
        Evaluation: {
            /** @default null */
            budgetIncidentsPerDay: number | null;
            /** Format: date-time */
            createdAt: string;
            dataset: string;
            error: components["schemas"]["Error"] | null;
            figures: {
                [key: string]: number | null;
            };
            id: string;
            jobId: string;
            /** @default null */
            labels: {
                datasetSha256: string;
                labelSet: {
                    id: string;
                    /** Format: date-time */
                    updatedAt: string;
                    version: number;
                } | null;
                sha256: string;
            } | null;
            /** @default null */
            labelSetId: string | null;
            reportKey: string | null;
            requestedBy: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        EvaluationOutcome: {
            alarmsPerHour: number | null;
            anomalousShare: number | null;
            averagePrecision: number | null;
            budget: {
                enoughData: boolean;
                incidentsPerDay: number;
                summary: string;
            } | null;
            delay: {
                detected: number;
                meanSeconds: number | null;
                medianSeconds: number | null;
                missed: number;
            } | null;
            equalErrorRate: number | null;
            falseAlarmsPerHour: number | null;
            hardNegatives: {
                clips: number;
                falseAlarms: number;
            } | null;
            macroAuc: number | null;
            microAuc: number | null;
            name: string;
            perClip: {
                alarms: {
                    endSeconds: number;
                    startSeconds: number;
                }[];
                auc: number | null;
                durationSeconds: number;
                file: string;
                label: string | null;
                labelled: {
                    endSeconds: number;
                    startSeconds: number;
                }[] | null;
                name?: string | null;
                peakScore: number | null;
                predicted: string | null;
            }[];
            perKind: {
                [key: string]: {
                    f1: number | null;
                    falseNegatives: number;
                    falsePositives: number;
                    precision: number | null;
                    recall: number | null;
                    truePositives: number;
                };
            };
            perModality: {
                [key: string]: {
                    leftOutFrames?: number;
                    macroAuc: number | null;
                    microAuc: number | null;
                };
            };
            precisionRecall: {
                precision: number;
                recall: number;
            }[] | null;
            roc: {
                falsePositiveRate: number;
                truePositiveRate: number;
            }[] | null;
            scoredFrames: number;
            /** @enum {string} */
            task: "one-class" | "event" | "audio" | "unlabelled";
            testClips: number;
            timesRealTime: number | null;
            trainClips: number;
            versions: {
                [key: string]: string;
            };
            warnings: string[];
        };
        EvaluationPage: {
            items: components["schemas"]["Evaluation"][];
            nextCursor: string | null;
        };
        EvaluationRequest: {
            budgetIncidentsPerDay?: number;
            dataset?: string;
            labelSetId?: string;
        };
        IncidentChange: {
            addTags?: string[];
            appendNote?: string;
            assignedTo?: string | null;
            held?: boolean;
            note?: string;
            removeTags?: string[];
            /** @enum {string} */
            status?: "new" | "confirmed" | "dismissed";
            tags?: string[];
            version?: number;
        };
        IncidentCounts: {
            bySeverity: {
                critical: {
                    count: number;
                    more: boolean;
                };
                info: {
                    count: number;
                    more: boolean;
                };
                warning: {
                    count: number;
                    more: boolean;
                };
            };
            byStatus: {
                confirmed: {
                    count: number;
                    more: boolean;
                };
                dismissed: {
                    count: number;
                    more: boolean;
                };
                new: {
                    count: number;
                    more: boolean;
                };
            };
            total: {
                count: number;
                more: boolean;
            };
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
        IncidentView: {
            analysisId: string;
            announced: boolean;
            appearance?: string | null;
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
            flowArrows: {
                dx: number;
                dy: number;
                x: number;
                y: number;
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
            skeletons: {
                landmarks: number[][];
                seconds: number;
            }[];
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
            tracks: {
                label: string | null;
                path: {
                    box: {
                        height: number;
                        left: number;
                        top: number;
                        width: number;
                    };
                    seconds: number;
                }[];
                trackId: number;
            }[];
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
        JobChange: {
            priority: number;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            nextCursor: string | null;
        };
        LabelSet: {
            clips: {
                events: {
                    endSeconds: number;
                    kind: string;
                    startSeconds: number;
                }[];
                /** @enum {string} */
                use: "learn" | "measure";
                videoId: string;
            }[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            name: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        LabelSetChange: {
            clips?: {
                events: {
                    endSeconds: number;
                    kind: string;
                    startSeconds: number;
                }[];
                /** @enum {string} */
                use: "learn" | "measure";
                videoId: string;
            }[];
            name?: string;
            version?: number;
        };
        LabelSetPage: {
            items: components["schemas"]["LabelSet"][];
            nextCursor: string | null;
        };
        MadeNotificationRule: {
            coolDownSeconds: number;
            /** Format: date-time */
            createdAt: string;
            enabled: boolean;
            id: string;
            kinds: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
            /** @enum {string} */
            leastSeverity: "info" | "warning" | "critical";
            name: string;
            ownerId: string;
            schedule: {
                days: number[];
                from: string;
                timeZone: string;
                to: string;
            } | null;
            secret: string | null;
            snoozedUntil: string | null;
            sourceIds: string[];
            target: {
                address: string;
                /** @enum {string} */
                channel: "webhook" | "email" | "web-push" | "mqtt";
            };
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Model: {
            howToInstall: string | null;
            id: string;
            licence: string | null;
            name: string;
            purpose: string;
            reason: string | null;
            sizeBytes: number | null;
            /** @enum {string} */
            state: "installed" | "buildable" | "unavailable";
            used: boolean;
            version: string | null;
        };
        ModelList: {
            items: components["schemas"]["Model"][];
        };
        NewLabelSet: {
            name: string;
        };
        NewNotificationRule: {
            /** @default 60 */
            coolDownSeconds: number;
            /** @default true */
            enabled: boolean;
            /** @default [] */
            kinds: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
            /**
             * @default warning
             * @enum {string}
             */
            leastSeverity: "info" | "warning" | "critical";
            name: string;
            /** @default null */
            schedule: {
                days: number[];
                from: string;
                timeZone: string;
                to: string;
            } | null;
            /** @default [] */
            sourceIds: string[];
            target: {
                /** @constant */
                channel: "webhook";
                secret?: string;
                /** Format: uri */
                url: string;
            } | {
                /** @constant */
                channel: "email";
                to: string[];
            } | {
                /** @constant */
                channel: "web-push";
                /** Format: uri */
                endpoint: string;
                keys: {
                    auth: string;
                    p256dh: string;
                };
            } | {
                /** @constant */
                channel: "mqtt";
                topic: string;
            };
        };
        NormalFootage: {
            /** @default null */
            endSeconds: number | null;
            /** @default null */
            startSeconds: number | null;
            videoId: string;
        };
        NotificationChannels: {
            email: boolean;
            mqtt: boolean;
            webhook: boolean;
            webPush: boolean;
            webPushPublicKey: string;
        };
        NotificationRule: {
            coolDownSeconds: number;
            /** Format: date-time */
            createdAt: string;
            enabled: boolean;
            id: string;
            kinds: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
            /** @enum {string} */
            leastSeverity: "info" | "warning" | "critical";
            name: string;
            ownerId: string;
            schedule: {
                days: number[];
                from: string;
                timeZone: string;
                to: string;
            } | null;
            snoozedUntil: string | null;
            sourceIds: string[];
            target: {
                address: string;
                /** @enum {string} */
                channel: "webhook" | "email" | "web-push" | "mqtt";
            };
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        NotificationRuleChange: {
            coolDownSeconds?: number;
            enabled?: boolean;
            kinds?: ("motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent")[];
            /** @enum {string} */
            leastSeverity?: "info" | "warning" | "critical";
            name?: string;
            schedule?: {
                days: number[];
                from: string;
                timeZone: string;
                to: string;
            } | null;
            snoozedUntil?: string | null;
            sourceIds?: string[];
            target?: {
                /** @constant */
                channel: "webhook";
                secret?: string;
                /** Format: uri */
                url: string;
            } | {
                /** @constant */
                channel: "email";
                to: string[];
            } | {
                /** @constant */
                channel: "web-push";
                /** Format: uri */
                endpoint: string;
                keys: {
                    auth: string;
                    p256dh: string;
                };
            } | {
                /** @constant */
                channel: "mqtt";
                topic: string;
            };
            version?: number;
        };
        NotificationRulePage: {
            items: components["schemas"]["NotificationRule"][];
            nextCursor: string | null;
        };
        NotificationTest: {
            milliseconds: number;
        };
        People: {
            items: components["schemas"]["Person"][];
        };
        Person: {
            disabled: boolean;
            id: string;
            name: string;
        };
        Profile: {
            calibrationSeconds: number;
            /** Format: date-time */
            createdAt: string;
            fileKey: string | null;
            id: string;
            name: string;
            problem: string | null;
            profileVersion: string | null;
            revision: number;
            revisions: {
                /** Format: date-time */
                at: string;
                by: string;
                /** @enum {string} */
                change: "learned" | "extended" | "undone";
                fileKey: string;
                profileVersion: string;
                revision: number;
                summary: string;
            }[];
            sizeBytes: number;
            sources: {
                id?: string;
                name: string;
                seconds: number;
            }[];
            /** @enum {string} */
            state: "learning" | "ready" | "failed";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ProfileChange: {
            name: string;
            version?: number;
        };
        ProfileCreation: {
            footage: components["schemas"]["NormalFootage"][];
            name: string;
        };
        ProfileLearning: {
            footage: components["schemas"]["NormalFootage"][];
            /** @enum {string} */
            mode: "extend" | "relearn";
        };
        ProfilePage: {
            items: components["schemas"]["Profile"][];
            nextCursor: string | null;
        };
        ProfileUndo: {
            revision: number;
            version?: number;
        };
        ReviewedChange: {
            ids: string[];
            reviewed: boolean;
        };
        ReviewedResult: {
            ids: string[];
            missing: string[];
        };
        SavedView: {
            id: string;
            name: string;
            query: string;
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
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
        SessionList: {
            items: components["schemas"]["Session"][];
        };
        Settings: {
            analyseUploads: boolean;
            auditDays: number;
            /** Format: date-time */
            createdAt: string;
            defaultBudgetIncidentsPerDay: number;
            id: string;
            queuePaused: boolean;
            retention: {
                maxAgeDays: number | null;
                maxBytes: number | null;
            };
            retentionBySource: {
                [key: string]: {
                    maxAgeDays: number | null;
                    maxBytes: number | null;
                };
            };
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        SettingsChange: {
            analyseUploads?: boolean;
            auditDays?: number;
            defaultBudgetIncidentsPerDay?: number;
            queuePaused?: boolean;
            retention?: {
                maxAgeDays: number | null;
                maxBytes: number | null;
            };
            retentionBySource?: {
                [key: string]: {
                    maxAgeDays: number | null;
                    maxBytes: number | null;
                };
            };
            version?: number;
        };
        SignedIn: {
            passwordIsOwn: boolean;
            session: components["schemas"]["Session"];
            user: components["schemas"]["User"];
        };
        SimilarIncidents: {
            compared: number;
            complete: boolean;
            items: {
                incident: components["schemas"]["IncidentSummary"];
                similarity: number;
            }[];
            reason: string | null;
        };
        Upload: {
            id: string;
            name: string;
            offsetBytes: number;
            sizeBytes: number | null;
            video: components["schemas"]["Video"] | null;
        };
        UploadResults: {
            results: {
                analysis: components["schemas"]["Analysis"] | null;
                error: components["schemas"]["Error"] | null;
                name: string;
                video: components["schemas"]["Video"] | null;
            }[];
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
        UserPage: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
        };
        Version: {
            /** @constant */
            api: "v1";
            /** @constant */
            name: "vigil";
            version: string;
        };
        Video: {
            codec: string | null;
            /** Format: date-time */
            createdAt: string;
            durationSeconds: number | null;
            framesPerSecond: number | null;
            hasAudio: boolean;
            height: number | null;
            held: boolean;
            id: string;
            latestAnalysisId: string | null;
            mediaType: string;
            name: string;
            originalRemoved: boolean;
            problem: string | null;
            sha256: string;
            sizeBytes: number;
            sourceId: string | null;
            /** @enum {string} */
            state: "stored" | "unreadable";
            /** Format: date-time */
            updatedAt: string;
            uploadedBy: string;
            version: number;
            width: number | null;
        };
        VideoChange: {
            held?: boolean;
            name?: string;
            sourceId?: string | null;
            version?: number;
        };
        VideoPage: {
            items: components["schemas"]["Video"][];
            nextCursor: string | null;
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
        /** @description Created */
        Created: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
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
    getApiV1Analyses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
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
                    "application/json": components["schemas"]["AnalysisPage"];
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
    getApiV1AnalysesId: {
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
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1AnalysesIdActivity: {
        parameters: {
            query: {
                bottom: string;
                left: string;
                right: string;
                top: string;
            };
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
                    "application/json": components["schemas"]["ActivitySearch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postApiV1AnalysesIdCancel: {
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
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
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
    getApiV1AnalysesIdClipsName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
                };
            };
            /** @description The clip, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
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
    getApiV1AnalysesIdReport: {
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
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": unknown;
                };
            };
            /** @description The page, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": unknown;
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
    getApiV1AnalysesIdResult: {
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
                    "application/json": components["schemas"]["AnalysisResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1AnalysesIdTimeline: {
        parameters: {
            query?: {
                endSeconds?: string;
                points?: number;
                startSeconds?: string;
            };
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
                    "application/json": components["schemas"]["AnalysisTimeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1ApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                ownerId?: string;
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
                    "application/json": components["schemas"]["ApiKeyPage"];
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
    postApiV1ApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresAt?: string | null;
                    name: string;
                    scopes: ("read" | "upload" | "review" | "manage" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
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
    deleteApiV1ApiKeysId: {
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
    getApiV1Audit: {
        parameters: {
            query?: {
                action?: string;
                actorId?: string;
                before?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                target?: string;
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
                    "application/json": components["schemas"]["AuditPage"];
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
    postApiV1AuthChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
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
    getApiV1AuthSessions: {
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
                    "application/json": components["schemas"]["SessionList"];
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
    deleteApiV1AuthSessionsId: {
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
    getApiV1Corrections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
                profileId?: string;
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
                    "application/json": components["schemas"]["CorrectionPage"];
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
    getApiV1CorrectionsId: {
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
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postApiV1CorrectionsIdApply: {
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
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getApiV1EvaluationDatasets: {
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
                    "application/json": components["schemas"]["AvailableDatasets"];
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
    getApiV1Evaluations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
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
                    "application/json": components["schemas"]["EvaluationPage"];
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
    postApiV1Evaluations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
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
    getApiV1EvaluationsId: {
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
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1EvaluationsIdLabels: {
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
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1EvaluationsIdReport: {
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
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": unknown;
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
    getApiV1EvaluationsIdResult: {
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
                    "application/json": components["schemas"]["EvaluationOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1Incidents: {
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
    getApiV1IncidentsId: {
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
                    "application/json": components["schemas"]["IncidentView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchApiV1IncidentsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentView"];
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
    getApiV1IncidentsIdClip: {
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
            /** @description The clip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
                };
            };
            /** @description The clip, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
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
    getApiV1IncidentsIdEvidencePackZip: {
        parameters: {
            query?: {
                original?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ZIP */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
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
    getApiV1IncidentsIdExportZip: {
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
            /** @description The ZIP */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
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
    getApiV1IncidentsIdKeyFrame: {
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
    getApiV1IncidentsIdSimilar: {
        parameters: {
            query?: {
                limit?: number;
            };
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
                    "application/json": components["schemas"]["SimilarIncidents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postApiV1IncidentsBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIncidentChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkIncidentResult"];
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
    getApiV1IncidentsCounts: {
        parameters: {
            query?: {
                analysisId?: string;
                assignedTo?: string;
                before?: string;
                from?: string;
                held?: "true" | "false";
                kind?: "motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent";
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
                    "application/json": components["schemas"]["IncidentCounts"];
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
    getApiV1IncidentsExportCsv: {
        parameters: {
            query?: {
                analysisId?: string;
                assignedTo?: string;
                before?: string;
                from?: string;
                held?: "true" | "false";
                kind?: "motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent";
                order?: "newest-first" | "oldest-first";
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
            /** @description The incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": unknown;
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
    getApiV1IncidentsExportJson: {
        parameters: {
            query?: {
                analysisId?: string;
                assignedTo?: string;
                before?: string;
                from?: string;
                held?: "true" | "false";
                kind?: "motion.speed" | "motion.direction" | "motion.place" | "object.unusual" | "object.left" | "object.removed" | "object.loitering" | "crowd.surge" | "pose.fall" | "pose.lying" | "pose.raised-arms" | "pose.fight" | "pose.running" | "pose.unusual" | "audio.loud" | "audio.impulse" | "audio.sustained" | "audio.voice" | "audio.speech" | "audio.silence" | "audio.unusual" | "camera.moved" | "camera.covered" | "camera.defocused" | "camera.frozen" | "camera.dark" | "camera.flicker" | "camera.glare" | "camera.silent";
                order?: "newest-first" | "oldest-first";
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
            /** @description The incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": unknown;
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
    postApiV1IncidentsReviewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewedChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedResult"];
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
    getApiV1Jobs: {
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
    getApiV1JobsId: {
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
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchApiV1JobsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobChange"];
            };
        };
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
    postApiV1JobsIdCancel: {
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
    postApiV1JobsIdPause: {
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
    postApiV1JobsIdRequeue: {
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
    postApiV1JobsIdResume: {
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
    getApiV1LabelSets: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
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
                    "application/json": components["schemas"]["LabelSetPage"];
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
    postApiV1LabelSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLabelSet"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelSet"];
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
    getApiV1LabelSetsId: {
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
                    "application/json": components["schemas"]["LabelSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1LabelSetsId: {
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
    patchApiV1LabelSetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelSetChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelSet"];
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
    getApiV1LabelSetsIdDataset: {
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
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1Models: {
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
                    "application/json": components["schemas"]["ModelList"];
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
    postApiV1ModelsIdInstallation: {
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
            /** @description Accepted */
            202: {
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
    getApiV1NotificationsChannels: {
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
                    "application/json": components["schemas"]["NotificationChannels"];
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
    getApiV1NotificationsDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                incidentId?: string;
                limit?: number;
                ruleId?: string;
                state?: "waiting" | "sent" | "failed" | "cooling";
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
                    "application/json": components["schemas"]["DeliveryPage"];
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
    postApiV1NotificationsDeliveriesIdRetry: {
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
                    "application/json": components["schemas"]["Delivery"];
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
    getApiV1NotificationsRules: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["NotificationRulePage"];
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
    postApiV1NotificationsRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNotificationRule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeNotificationRule"];
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
    getApiV1NotificationsRulesId: {
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
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1NotificationsRulesId: {
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
    patchApiV1NotificationsRulesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationRuleChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeNotificationRule"];
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
    postApiV1NotificationsRulesIdTest: {
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
                    "application/json": components["schemas"]["NotificationTest"];
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
    getApiV1People: {
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
                    "application/json": components["schemas"]["People"];
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
    getApiV1Profiles: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
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
                    "application/json": components["schemas"]["ProfilePage"];
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
    postApiV1Profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileCreation"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getApiV1ProfilesId: {
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
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1ProfilesId: {
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
    patchApiV1ProfilesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
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
    postApiV1ProfilesIdCorrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
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
    getApiV1ProfilesIdFile: {
        parameters: {
            query?: {
                revision?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
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
    postApiV1ProfilesIdLearning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileLearning"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postApiV1ProfilesIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUndo"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    postApiV1RetentionRuns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
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
    getApiV1SavedViews: {
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
                    "application/json": components["schemas"]["SavedViewList"];
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
    postApiV1SavedViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    query: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
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
    putApiV1SavedViewsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    query: string;
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
                    "application/json": components["schemas"]["SavedView"];
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
    deleteApiV1SavedViewsId: {
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
    getApiV1Settings: {
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
                    "application/json": components["schemas"]["Settings"];
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
    patchApiV1Settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
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
    postApiV1Uploads: {
        parameters: {
            query?: never;
            header: {
                /** @description Version of the protocol */
                "Tus-Resumable": string;
                /** @description Says that the length is told later */
                "Upload-Defer-Length"?: string;
                /** @description Bytes of the file */
                "Upload-Length"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            201: components["responses"]["Created"];
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
    getApiV1UploadsId: {
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
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    deleteApiV1UploadsId: {
        parameters: {
            query?: never;
            header: {
                /** @description Version of the protocol */
                "Tus-Resumable": string;
            };
            path: {
                id: string;
            };
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
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    patchApiV1UploadsId: {
        parameters: {
            query?: never;
            header: {
                /** @description Version of the protocol */
                "Tus-Resumable": string;
                /** @description Bytes that are there */
                "Upload-Offset": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getApiV1Users: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["UserPage"];
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
    postApiV1Users: {
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
                    name: string;
                    password?: string;
                    /** @enum {string} */
                    role: "viewer" | "operator" | "admin";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
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
    getApiV1UsersId: {
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
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1UsersId: {
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
    patchApiV1UsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled?: boolean;
                    name?: string;
                    /** @enum {string} */
                    role?: "viewer" | "operator" | "admin";
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
                    "application/json": components["schemas"]["User"];
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
    postApiV1UsersIdPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
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
                    "application/json": {
                        password: string | null;
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
    getApiV1UsersIdSessions: {
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1UsersIdSessions: {
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
                    "application/json": {
                        ended: number;
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
    getApiV1Videos: {
        parameters: {
            query?: {
                before?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                order?: "newest-first" | "oldest-first";
                originalRemoved?: "true" | "false";
                sha256?: string;
                sourceId?: string;
                text?: string;
                uploadedBy?: string;
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
                    "application/json": components["schemas"]["VideoPage"];
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
    postApiV1Videos: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string[];
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResults"];
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
    getApiV1VideosId: {
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
                    "application/json": components["schemas"]["Video"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApiV1VideosId: {
        parameters: {
            query?: {
                force?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
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
    patchApiV1VideosId: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Video"];
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
    postApiV1VideosIdAnalyses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analysis"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    getApiV1VideosIdFrame: {
        parameters: {
            query: {
                seconds: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description The picture, in part */
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
            415: components["responses"]["UnsupportedMediaType"];
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiV1VideosIdOriginal: {
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
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The file, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
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
    getApiV1VideosIdPoster: {
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
            /** @description A picture of the video */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description A picture of the video, in part */
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
    getApiV1VideosIdSprite: {
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
            /** @description Small pictures of the whole video in one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description Small pictures of the whole video in one, in part */
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
    getApiV1VideosIdSpriteJson: {
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
            /** @description Where each small picture lies, and when it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": unknown;
                };
            };
            /** @description Where each small picture lies, and when it is, in part */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": unknown;
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
    getApiVersion: {
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
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["BadRequest"];
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
}
