// Written by npm run schema from schema/openapi.json; not to be edited.

export interface paths {
    "/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles found by words, outlet, day, and what they report; the last added first
         * @description Asks for the role reader.
         */
        get: operations["findArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of an article, in which every position counts; names veiled
         * @description Asks for the role reader.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{article}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of an article, what changed between them, and which figures moved
         * @description Asks for the role reader.
         */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same claims with all that was read of them
         * @description Asks for the role reader.
         */
        get: operations["findClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of decisions, the newest first
         * @description Asks for the role reader.
         */
        get: operations["listDecisions"];
        put?: never;
        /**
         * Decide about an incident; `seen` is the hash of the record that was looked at
         * @description Asks for the role coder.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{decision}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a decision back, by another entry of the log
         * @description Asks for the role coder.
         */
        post: operations["undoDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a decision would change, old to new; nothing is kept
         * @description Asks for the role coder.
         */
        post: operations["previewDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{delivery}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a delivery again
         * @description Asks for the role admin.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The editions that were released, the newest first
         * @description Asks for the role reader.
         */
        get: operations["listEditions"];
        put?: never;
        /**
         * Release an edition under a name, which is given once
         * @description Asks for the role editor.
         */
        post: operations["releaseEdition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editions/{before}/diff/{after}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which figures moved between two editions, and because of which reports; `now` is what stands
         * @description Asks for the role reader.
         */
        get: operations["compareEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as server-sent events: `room` for changes and jobs, `beat` to keep the line open
         * @description Asks for the role reader. Each event has an id; `hello` comes first, and says whether something was `missed` that cannot be told again.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An edition in a format of the command line: json, html, md, csv, summary, ucdp, acled, gtd, conflicts, crosswalk, json-ld, webannotation, geojson, ftm, ninjs, jsonl, parquet
         * @description Asks for the role reader.
         */
        get: operations["exportEdition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find incidents, filtered and sorted
         * @description Asks for the role reader.
         */
        get: operations["findIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{incident}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record of an incident as it stands, the reports that tell it, what was decided
         * @description Asks for the role reader.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{incident}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the values of an incident are what they are, in sentences
         * @description Asks for the role reader.
         */
        get: operations["explainFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents/{incident}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each figure of an incident with all its readings and the words of every report
         * @description Asks for the role reader.
         */
        get: operations["readFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is being done, and what was done last: reports added, then whole editions, the newest first of each
         * @description Asks for the role reader.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a job is
         * @description Asks for the role reader.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job: of reports, what was read is kept; of editions, one is to have asked for it
         * @description Asks for the role coder.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The edition that a job printed; the last are kept for a while
         * @description Asks for the role reader.
         */
        get: operations["getJobResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures that moved while the archive was served, and because of which reports; the newest first
         * @description Asks for the role reader.
         */
        get: operations["listMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moves/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last hundred of them as an Atom feed
         * @description Asks for the role reader.
         */
        get: operations["readMovesFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims by their exact words, with report, speaker and place in the text; the newest incidents first
         * @description Asks for the role reader.
         */
        get: operations["findQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add reports: documents sent with it, and addresses that are fetched; private ones are refused
         * @description Asks for the role coder.
         */
        post: operations["addReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the archive holds, how it reads, and what is under way
         * @description Asks for the role reader.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told of figures that moved
         * @description Asks for the role admin.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tell an address from now on, signed by a secret that is given this once (Standard Webhooks)
         * @description Asks for the role admin.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Tell an address nothing any more, and forget what it has not been told
         * @description Asks for the role admin.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was, is, or could not be told (`dead`), the newest first
         * @description Asks for the role admin.
         */
        get: operations["listDeliveries"];
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
        Attribution: {
            chain: string[];
            cue?: string;
            end?: number;
            /** @enum {string} */
            kind: "police" | "official" | "military" | "medical" | "perpetrator" | "partisan" | "witness" | "relative" | "expert" | "media" | "organisation" | "person" | "outlet";
            speaker: string;
            start?: number;
        };
        Change: {
            after?: string;
            attribute?: string;
            because: string[];
            before?: string;
            incident: string;
            /** @enum {string} */
            kind: "moved" | "appeared" | "withdrawn" | "incident-appeared" | "incident-gone";
            title: string;
        };
        Claim: {
            /** @enum {string} */
            accumulation: "running" | "new" | "period" | "final";
            actor?: string;
            article: string;
            asOf?: {
                /** @enum {string} */
                how: "stated" | "published" | "story";
                value: string;
            };
            /** @enum {string} */
            attribute: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
            attribution?: components["schemas"]["Attribution"];
            /** @enum {string} */
            block?: "headline" | "caption" | "list" | "quote";
            class?: {
                code: string;
                name: string;
                /** @enum {string} */
                scheme: "gtd" | "emdat";
            };
            confidence: number;
            conflict?: string;
            elsewhere?: boolean;
            evidence: components["schemas"]["Evidence"][];
            id: string;
            incident: string;
            /** @enum {string} */
            modality: "asserted" | "alleged" | "claimed" | "denied" | "feared" | "hypothetical" | "negated";
            of?: string;
            partisan?: boolean;
            parts?: string[];
            period?: {
                /** @enum {string} */
                kind?: "war" | "campaign" | "epidemic" | "season";
                noun?: string;
                places: components["schemas"]["PlaceValue"][];
                rolling?: boolean;
                since?: components["schemas"]["DateValue"];
            };
            person?: {
                age?: number;
                family?: string;
                key: string;
                name?: string;
                /** @enum {string} */
                role?: "victim" | "suspect" | "officer";
                /** @enum {string} */
                sex?: "female" | "male";
            };
            producer: {
                name: string;
                rule?: string;
                version: string;
            };
            resolution?: {
                /** @enum {string} */
                anchor: "absolute" | "published" | "context" | "story";
                value: components["schemas"]["DateValue"];
            };
            revisedFrom?: components["schemas"]["CountValue"];
            /** @enum {string} */
            scope: "total" | "subset" | "additional" | "unstated";
            /** @enum {string} */
            standing?: "suspected" | "blamed" | "charged" | "convicted" | "acquitted";
            value: components["schemas"]["ClaimValue"];
            victims?: string[];
            warned?: {
                when?: components["schemas"]["DateValue"];
                whom?: string;
            };
        };
        ClaimValue: components["schemas"]["CountValue"] | components["schemas"]["DateValue"] | components["schemas"]["PlaceValue"] | {
            /** @constant */
            kind: "category";
            term: string;
        } | {
            actor?: string;
            /** @constant */
            kind: "actor";
            name: string;
        } | {
            /** @constant */
            kind: "statement";
            text: string;
        };
        CountRecord: {
            best: number | null;
            decisions?: string[];
            /** @enum {string} */
            grade: "confirmed" | "corroborated" | "single" | "contested" | "withdrawn";
            high: number | null;
            history?: {
                articles: string[];
                at: string;
                best: number | null;
                high: number | null;
                low: number | null;
            }[];
            low: number | null;
            notes?: string[];
            policy: string;
            readings: components["schemas"]["Reading"][];
            rule: string;
            /** @enum {string} */
            status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            why: string;
        };
        CountValue: {
            anchor?: number;
            /** @constant */
            kind: "count";
            max: number | null;
            min: number;
            /** @enum {string} */
            qualifier?: "at-least" | "more-than" | "up-to" | "nearly" | "about" | "between" | "fewer-than" | "sum" | "implicit";
            vague?: string;
        };
        DateValue: {
            /** Format: date */
            earliest: string;
            edtf: string;
            /** @constant */
            kind: "date";
            /** Format: date */
            latest: string;
            /** @enum {string} */
            precision: "day" | "days" | "week" | "month" | "season" | "year" | "years" | "unknown";
        };
        Decision: {
            decision: {
                /** @enum {string} */
                action: "accept" | "override" | "reject" | "merge" | "split" | "note" | "re-date" | "set-policy" | "cannot-tell" | "add-claim" | "move" | "copy-of" | "re-place" | "set-proof";
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                by: string;
                claims?: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                date?: components["schemas"]["DateValue"];
                id: string;
                on: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                place?: components["schemas"]["PlaceValue"];
                policy?: string;
                /** @enum {string} */
                proof?: "not-met" | "reasonable-suspicion" | "reasonable-grounds-to-believe" | "balance-of-probabilities" | "clear-and-convincing-evidence" | "beyond-reasonable-doubt";
                reason: string;
                to?: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                value?: components["schemas"]["CountValue"];
            };
            incident?: string;
            seq: number;
            title?: string;
            undone?: string;
        };
        Delivery: {
            attempts: number;
            id: string;
            next: string;
            outcome: string;
            seq: number;
            /** @enum {string} */
            state: "waiting" | "sent" | "dead";
        };
        Edition: {
            asOf?: string;
            at: string;
            hash: string;
            name: string;
            policy?: string;
        };
        Evidence: {
            end: number;
            quote: string;
            start: number;
        };
        Explanation: {
            figures: components["schemas"]["QuotedFigure"][];
            text: string;
        };
        Hit: {
            article: string;
            headline: string;
            outlet?: string;
            published?: string;
            snippet: string;
            url?: string;
        };
        Incident: {
            articles: string[];
            attributes: {
                [key: string]: components["schemas"]["CountRecord"] | components["schemas"]["TermRecord"];
            };
            because: {
                pair: string[];
                rule: string;
                score: number;
            }[];
            date: {
                claims: string[];
                codes?: {
                    acled?: number;
                    ucdp?: number;
                };
                earliest?: string;
                latest?: string;
                /** @enum {string} */
                precision: "day" | "days" | "week" | "month" | "season" | "year" | "years" | "unknown";
                setAside?: {
                    article: string;
                    end: number;
                    quote: string;
                    start: number;
                    value: string;
                    /** @enum {string} */
                    why: "telling" | "court" | "arrest" | "later-death" | "birth" | "ahead" | "count" | "after-print" | "dateline" | "speaker" | "aftermath" | "home" | "outlet" | "name" | "other-happening" | "wider" | "weaker";
                }[];
                /** @enum {string} */
                status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
                value: string | null;
            };
            decisions?: string[];
            entry?: {
                meets: boolean;
                rule: string;
                why: string;
            };
            id: string;
            main: boolean;
            mentions?: string[];
            nearlySame?: {
                because: {
                    pair: string[];
                    rule: string;
                    score: number;
                }[];
                incident: string;
                score: number;
            }[];
            notes?: {
                at: string;
                by: string;
                text: string;
            }[];
            place: {
                area?: {
                    places: string[];
                    within?: string;
                };
                city?: string;
                claims: string[];
                codes?: {
                    acled?: number;
                    ucdp?: number;
                };
                country?: string;
                district?: string;
                lat?: number;
                lon?: number;
                name: string | null;
                precision: ("venue" | "city" | "district" | "state" | "country" | "region" | "water") | "unknown";
                radiusKm?: number;
                relation?: components["schemas"]["PlaceRelation"];
                setAside?: {
                    article: string;
                    end: number;
                    quote: string;
                    start: number;
                    value: string;
                    /** @enum {string} */
                    why: "telling" | "court" | "arrest" | "later-death" | "birth" | "ahead" | "count" | "after-print" | "dateline" | "speaker" | "aftermath" | "home" | "outlet" | "name" | "other-happening" | "wider" | "weaker";
                }[];
                state?: string;
                venue?: string;
            };
            possiblySame: string[];
            proof?: {
                at: string;
                /** @enum {string} */
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                by: string;
                decision: string;
                reason: string;
                /** @enum {string} */
                standard: "not-met" | "reasonable-suspicion" | "reasonable-grounds-to-believe" | "balance-of-probabilities" | "clear-and-convincing-evidence" | "beyond-reasonable-doubt";
            }[];
            reasons: {
                claims: string[];
                independentSources: number;
                /** @enum {string} */
                kind: "claimed" | "inferred" | "established";
                speakers: string[];
                summary: string;
            }[];
            recalledBy?: string[];
            story?: string;
            title: string;
            toldTogether?: {
                articles: string[];
                incident: string;
            }[];
            /** @enum {string} */
            type: "shooting" | "bombing" | "armed-attack" | "stabbing" | "vehicle-attack" | "siege" | "kidnapping" | "airstrike" | "clash" | "killing" | "police-operation" | "accident" | "fire" | "disaster" | "unrest" | "other";
            units?: {
                day?: string;
                note: string;
                number: number;
                of: number;
                place?: string;
                rule: string;
                shares: {
                    [key: string]: number;
                };
            }[];
        };
        IncidentLine: {
            articles: string[];
            date: {
                codes?: {
                    acled?: number;
                    ucdp?: number;
                };
                earliest?: string;
                latest?: string;
                /** @enum {string} */
                precision: "day" | "days" | "week" | "month" | "season" | "year" | "years" | "unknown";
                setAside?: {
                    article: string;
                    end: number;
                    quote: string;
                    start: number;
                    value: string;
                    /** @enum {string} */
                    why: "telling" | "court" | "arrest" | "later-death" | "birth" | "ahead" | "count" | "after-print" | "dateline" | "speaker" | "aftermath" | "home" | "outlet" | "name" | "other-happening" | "wider" | "weaker";
                }[];
                /** @enum {string} */
                status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
                value: string | null;
            };
            decided?: {
                at: string;
                by: string;
            };
            /** @enum {string} */
            doubt: "disputed" | "changed" | "high" | "single" | "control" | "none";
            figures: {
                [key: string]: {
                    best: number | null;
                    high: number | null;
                    low: number | null;
                    /** @enum {string} */
                    status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
                };
            };
            groundChanged?: string;
            id: string;
            main: boolean;
            open: number;
            place: {
                area?: {
                    places: string[];
                    within?: string;
                };
                city?: string;
                codes?: {
                    acled?: number;
                    ucdp?: number;
                };
                country?: string;
                district?: string;
                lat?: number;
                lon?: number;
                name: string | null;
                precision: ("venue" | "city" | "district" | "state" | "country" | "region" | "water") | "unknown";
                radiusKm?: number;
                relation?: components["schemas"]["PlaceRelation"];
                setAside?: {
                    article: string;
                    end: number;
                    quote: string;
                    start: number;
                    value: string;
                    /** @enum {string} */
                    why: "telling" | "court" | "arrest" | "later-death" | "birth" | "ahead" | "count" | "after-print" | "dateline" | "speaker" | "aftermath" | "home" | "outlet" | "name" | "other-happening" | "wider" | "weaker";
                }[];
                state?: string;
                venue?: string;
            };
            /** @enum {string} */
            status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            story?: string;
            title: string;
            /** @enum {string} */
            type: "shooting" | "bombing" | "armed-attack" | "stabbing" | "vehicle-attack" | "siege" | "kidnapping" | "airstrike" | "clash" | "killing" | "police-operation" | "accident" | "fire" | "disaster" | "unrest" | "other";
        };
        IncidentRecord: {
            decisions: {
                /** @enum {string} */
                action: "accept" | "override" | "reject" | "merge" | "split" | "note" | "re-date" | "set-policy" | "cannot-tell" | "add-claim" | "move" | "copy-of" | "re-place" | "set-proof";
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                by: string;
                claims?: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                conflicts?: string[];
                date?: components["schemas"]["DateValue"];
                id: string;
                incident?: string;
                note?: string;
                on: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                place?: components["schemas"]["PlaceValue"];
                policy?: string;
                /** @enum {string} */
                proof?: "not-met" | "reasonable-suspicion" | "reasonable-grounds-to-believe" | "balance-of-probabilities" | "clear-and-convincing-evidence" | "beyond-reasonable-doubt";
                reason: string;
                /** @enum {string} */
                status: "applied" | "lost" | "ambiguous" | "overruled";
                to?: {
                    article: string;
                    claim?: string;
                    exact: string;
                    path?: string;
                    prefix: string;
                    start: number;
                    suffix: string;
                    url?: string;
                }[];
                value?: components["schemas"]["CountValue"];
            }[];
            groundChanged?: string;
            hash: string;
            incident: components["schemas"]["Incident"];
            reports: components["schemas"]["Report"][];
        };
        Job: {
            about?: string;
            again?: number;
            articles?: number;
            done?: number;
            failure?: string;
            id: string;
            inputs?: number;
            issues?: {
                article?: string;
                at?: {
                    end: number;
                    start: number;
                };
                code: string;
                hint?: string;
                message: string;
                path?: string;
                /** @enum {string} */
                severity: "info" | "warning" | "error";
            }[];
            kept?: number;
            /** @enum {string} */
            kind: "add" | "release" | "compare" | "export";
            share: number;
            /** @enum {string} */
            state: "reading" | "waiting" | "gathering" | "linking" | "deciding" | "printing" | "done" | "cancelled" | "failed";
            who: string;
        };
        Kept: {
            decision: string;
            hash: string;
            incident: string;
            seq: number;
        };
        Move: {
            at: string;
            /** @enum {string} */
            attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured";
            by?: string;
            incident: string;
            now?: {
                best: number | null;
                high: number | null;
                low: number | null;
                /** @enum {string} */
                status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            };
            reports: components["schemas"]["Report"][];
            seq: number;
            title: string;
            was?: {
                best: number | null;
                high: number | null;
                low: number | null;
                /** @enum {string} */
                status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            };
        };
        PlaceRelation: {
            anchors: string[];
            bearing?: number;
            /** @enum {string} */
            kind: "near" | "distance" | "bearing" | "off" | "between" | "border" | "along" | "at-sea";
            km?: number;
            lat?: number;
            lon?: number;
            radiusKm?: number;
            words: string;
        };
        PlaceValue: {
            city?: string;
            country?: string;
            district?: string;
            id?: string;
            /** @constant */
            kind: "place";
            lat?: number;
            /** @enum {string} */
            level: "venue" | "city" | "district" | "state" | "country" | "region" | "water";
            lon?: number;
            name: string;
            near?: boolean;
            relation?: components["schemas"]["PlaceRelation"];
            state?: string;
        };
        Problem: {
            detail?: string;
            status: number;
            title: string;
            type: string;
        };
        Quote: {
            asOf?: string;
            /** @enum {string} */
            attribute: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
            claim: string;
            evidence: components["schemas"]["Evidence"][];
            incident: string;
            /** @enum {string} */
            modality: "asserted" | "alleged" | "claimed" | "denied" | "feared" | "hypothetical" | "negated";
            report: components["schemas"]["Report"];
            speaker?: string;
            /** @enum {string} */
            speakerKind?: "police" | "official" | "military" | "medical" | "perpetrator" | "partisan" | "witness" | "relative" | "expert" | "media" | "organisation" | "person" | "outlet";
            value: components["schemas"]["ClaimValue"];
        };
        QuotedFigure: {
            /** @enum {string} */
            attribute: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
            count?: {
                best: number | null;
                /** @enum {string} */
                grade: "confirmed" | "corroborated" | "single" | "contested" | "withdrawn";
                high: number | null;
                low: number | null;
            };
            history?: {
                articles: string[];
                at: string;
                best: number | null;
                high: number | null;
                low: number | null;
            }[];
            incident: string;
            label: string;
            policy: string;
            readings: {
                accepted: boolean;
                /** @enum {string} */
                difference?: "later" | "copied" | "subset" | "scope" | "perpetrators-included" | "rounding" | "speaker" | "partisan" | "revised" | "wrong-incident" | "rejected" | "unexplained";
                independentSources: number;
                note?: string;
                quotes: components["schemas"]["Quote"][];
                used: boolean;
                value: components["schemas"]["ClaimValue"];
            }[];
            rule: string;
            ruleText?: string;
            /** @enum {string} */
            status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            term?: string | null;
            title: string;
            why: string;
        };
        Reading: {
            claims: string[];
            collapsed?: {
                article: string;
                /** @enum {string} */
                because: "copy" | "outlet" | "wire" | "author" | "speaker";
                into: string;
                shared?: string;
            }[];
            /** @enum {string} */
            difference?: "later" | "copied" | "subset" | "scope" | "perpetrators-included" | "rounding" | "speaker" | "partisan" | "revised" | "wrong-incident" | "rejected" | "unexplained";
            independentSources: number;
            note?: string;
            used: boolean;
            value: components["schemas"]["ClaimValue"];
        };
        Report: {
            article: string;
            day?: string;
            headline?: string;
            outlet?: string;
            path?: string;
            url?: string;
        };
        ReportedClaim: {
            claim: components["schemas"]["Claim"];
            report: components["schemas"]["Report"];
        };
        ReportText: {
            article: string;
            authors: string[];
            day?: string;
            headline?: string;
            incidents: string[];
            language: string;
            outlet?: string;
            path?: string;
            text: string;
            url?: string;
            wire?: string;
        };
        Status: {
            adding: number;
            begun: string;
            /** @enum {string} */
            database: "sqlite" | "postgres";
            incidents: number;
            policy: string;
            reader: string;
            reports: number;
            seq: number;
            version: string;
            waiting: {
                [key: string]: number;
            };
        };
        TermRecord: {
            policy: string;
            readings: components["schemas"]["Reading"][];
            rule: string;
            /** @enum {string} */
            status: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
            value: string | null;
            why: string;
        };
        Version: {
            article: string;
            changes?: {
                /** @enum {string} */
                change: "same" | "out" | "in";
                text: string;
            }[];
            headline: string;
            moved?: {
                after: string[];
                attribute: string;
                before: string[];
            }[];
            received?: {
                headers: [
                    string,
                    string
                ][];
                records: {
                    date?: string;
                    digest?: string;
                    record: string;
                    uri?: string;
                }[];
                status?: string;
            };
            removed?: boolean;
            seenAt: string;
            source: string;
        };
        Webhook: {
            at: string;
            id: string;
            stopped?: string;
            url: string;
            who: string;
        };
    };
    responses: {
        /** @description It takes longer: the job that computes it; what an export printed is its `result` */
        Later: {
            headers: {
                /** @description Path of the job */
                Location?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Job"];
            };
        };
        /** @description What went wrong, as RFC 9457 tells it */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for is as it was */
        Unchanged: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description What is sent again under one key within a day is done once, and answered as the first time */
        IdempotencyKey: string;
        /** @description `respond-async`: do not wait for a whole edition, tell of the job (RFC 7240) */
        Prefer: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findArticles: {
        parameters: {
            query?: {
                /** @description It reports an incident with a record of this attribute */
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description First day of publication */
                from?: string;
                /** @description At most so many */
                limit?: number;
                outlet?: string;
                /** @description The record has this status */
                status?: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
                to?: string;
                /** @description Words, in any order; "in quotes" as a phrase */
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Hit"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id, or for versions the address too */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportText"];
                };
            };
            304: components["responses"]["Unchanged"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id, or for versions the address too */
                article: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["Version"][];
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    findClaims: {
        parameters: {
            query?: {
                article?: string;
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description First day of the incident */
                from?: string;
                incident?: string;
                /** @description At most so many */
                limit?: number;
                /** @description Part of the name of who said it */
                speaker?: string;
                to?: string;
                /** @description Words that the report holds, or title or place of the incident */
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReportedClaim"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Decision"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "accept" | "override" | "reject" | "merge" | "split" | "note" | "re-date" | "set-policy" | "cannot-tell" | "add-claim" | "move" | "copy-of" | "re-place" | "set-proof";
                    /** @enum {string} */
                    attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                    claims?: string[];
                    date?: string;
                    incident: string;
                    other?: string;
                    place?: {
                        country?: string;
                        lat?: number;
                        /** @enum {string} */
                        level?: "venue" | "city" | "district" | "state" | "country" | "region" | "water";
                        lon?: number;
                        name: string;
                    };
                    policy?: string;
                    /** @enum {string} */
                    proof?: "not-met" | "reasonable-suspicion" | "reasonable-grounds-to-believe" | "balance-of-probabilities" | "clear-and-convincing-evidence" | "beyond-reasonable-doubt";
                    reason?: string;
                    reports?: {
                        copy: string;
                        of: string;
                    };
                    seen: string;
                    value?: number | [
                        number,
                        number
                    ];
                    words?: {
                        article: string;
                        end: number;
                        start: number;
                    };
                };
            };
        };
        responses: {
            /** @description What was asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kept"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    undoDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                decision: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What was asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kept"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    previewDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "accept" | "override" | "reject" | "merge" | "split" | "note" | "re-date" | "set-policy" | "cannot-tell" | "add-claim" | "move" | "copy-of" | "re-place" | "set-proof";
                    /** @enum {string} */
                    attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                    claims?: string[];
                    date?: string;
                    incident: string;
                    other?: string;
                    place?: {
                        country?: string;
                        lat?: number;
                        /** @enum {string} */
                        level?: "venue" | "city" | "district" | "state" | "country" | "region" | "water";
                        lon?: number;
                        name: string;
                    };
                    policy?: string;
                    /** @enum {string} */
                    proof?: "not-met" | "reasonable-suspicion" | "reasonable-grounds-to-believe" | "balance-of-probabilities" | "clear-and-convincing-evidence" | "beyond-reasonable-doubt";
                    reason?: string;
                    reports?: {
                        copy: string;
                        of: string;
                    };
                    value?: number | [
                        number,
                        number
                    ];
                    words?: {
                        article: string;
                        end: number;
                        start: number;
                    };
                };
            };
        };
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: components["schemas"]["Change"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listEditions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Edition"][];
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    releaseEdition: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description `respond-async`: do not wait for a whole edition, tell of the job (RFC 7240) */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    policy?: "recorder" | "ucdp" | "gtd" | "acled" | "gva" | "emdat";
                };
            };
        };
        responses: {
            /** @description What was asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edition"];
                };
            };
            202: components["responses"]["Later"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    compareEditions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                cursor?: string;
                incident?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: {
                /** @description `respond-async`: do not wait for a whole edition, tell of the job (RFC 7240) */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description Name of a released edition, or `now` */
                after: string;
                /** @description Name of a released edition, or `now` */
                before: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Change"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            202: components["responses"]["Later"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    followEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that was heard: what came since is told first */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until somebody goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            401: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    exportEdition: {
        parameters: {
            query?: {
                /** @description A released edition; `now` is what stands */
                edition?: string;
            };
            header?: {
                /** @description `respond-async`: do not wait for a whole edition, tell of the job (RFC 7240) */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                format: "json" | "html" | "md" | "csv" | "summary" | "ucdp" | "acled" | "gtd" | "conflicts" | "crosswalk" | "json-ld" | "webannotation" | "geojson" | "ftm" | "ninjs" | "jsonl" | "parquet";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/vnd.apache.parquet": unknown;
                    "application/x-ndjson": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                    "text/markdown": unknown;
                    "text/plain": unknown;
                };
            };
            202: components["responses"]["Later"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    findIncidents: {
        parameters: {
            query?: {
                /** @description Include what reports only tell beside what they are about */
                background?: true | false;
                /** @description The `next` of the page before */
                cursor?: string;
                descending?: true | false;
                /** @description Why it waits for a person */
                doubt?: "disputed" | "changed" | "high" | "single" | "control" | "none";
                /** @description First day on which it may have begun */
                from?: string;
                /** @description At most so many */
                limit?: number;
                sort?: "date" | "title" | "place" | "killed" | "injured" | "reports" | "status" | "decided" | "doubt";
                state?: "open" | "decided";
                status?: "agreed" | "compatible" | "updated" | "disputed" | "single-source" | "unknown";
                story?: string;
                to?: string;
                /** @description Words, in any order; "in quotes" as a phrase */
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncidentLine"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getIncident: {
        parameters: {
            query?: {
                /** @description What was known at a day or instant */
                asOf?: string;
                policy?: "recorder" | "ucdp" | "gtd" | "acled" | "gva" | "emdat";
            };
            header?: never;
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRecord"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    explainFigure: {
        parameters: {
            query?: {
                /** @description What was known at a day or instant */
                asOf?: string;
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                policy?: "recorder" | "ucdp" | "gtd" | "acled" | "gva" | "emdat";
            };
            header?: never;
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readFigures: {
        parameters: {
            query?: {
                /** @description What was known at a day or instant */
                asOf?: string;
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                policy?: "recorder" | "ucdp" | "gtd" | "acled" | "gva" | "emdat";
            };
            header?: never;
            path: {
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: components["schemas"]["QuotedFigure"][];
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getJobResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/vnd.apache.parquet": unknown;
                    "application/x-ndjson": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                    "text/markdown": unknown;
                    "text/plain": unknown;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listMoves: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Move"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readMovesFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": unknown;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    findQuotes: {
        parameters: {
            query?: {
                article?: string;
                attribute?: "killed" | "injured" | "casualties" | "missing" | "hostages" | "rescued" | "detained" | "displaced" | "arrested" | "perpetrators" | "perpetratorsKilled" | "perpetratorsInjured" | "date" | "place" | "type" | "weapon" | "target" | "perpetrator" | "responsibility" | "reason" | "warning" | "inception" | "affiliation" | "strength" | "area" | "attendance" | "damage";
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description First day of the incident */
                from?: string;
                incident?: string;
                /** @description At most so many */
                limit?: number;
                /** @description Part of the name of who said it */
                speaker?: string;
                to?: string;
                /** @description Words that the report holds, or title or place of the incident */
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    /** @description Names the edition that this is of */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Quote"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    addReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    addresses?: string[];
                    /** @default [] */
                    documents?: {
                        content: string;
                        /**
                         * @default utf-8
                         * @enum {string}
                         */
                        encoding?: "utf-8" | "base64";
                        /** @description Name of the file; its format is told from its content */
                        name: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description What was asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description What is sent again under one key within a day is done once, and answered as the first time */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            /** @description What was asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        id: string;
                        secret: string;
                        stopped?: string;
                        url: string;
                        who: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        removed: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                state?: "waiting" | "sent" | "dead";
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next?: string;
                        total?: number;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            500: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            504: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}
