using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsEnrolled = table.Column<bool>(type: "boolean", nullable: false),
                    AuthenticatorSecret = table.Column<byte[]>(type: "bytea", nullable: true),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentId = table.Column<string>(type: "text", nullable: false),
                    InstrumentVersion = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswersJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    SafetyStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CompletedAs = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentDraft", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Action = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Target = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BreakGlass",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAs = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReviewDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PatientToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewNote = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BreakGlass", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CareTeamMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTeamMember", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Condition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    KindWord = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Code = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Title = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Basis = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ResolvedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Condition", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OnSameForm = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Origin = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    PatientName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    DiscloserName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    InformationDescription = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecipientKind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecipientName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecipientPartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecipientClasses = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    IntermediaryParticipants = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Purposes = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    PurposeText = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    HowToRevoke = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Expiry = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiryEvent = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    SignerName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    SignerAuthority = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    SignatureMethod = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasRedisclosureStatement = table.Column<bool>(type: "boolean", nullable: false),
                    ConsequencesOfRefusal = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    IsConditionOfTreatment = table.Column<bool>(type: "boolean", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentEnd",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentEnd", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Relation = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Phone = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Email = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    MayBeCalled = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    InEmergency = table.Column<bool>(type: "boolean", nullable: false),
                    MessageText = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ControllingDoseNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Given = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Observed = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    IsSettled = table.Column<bool>(type: "boolean", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ControllingDoseNote", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    DisclosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecipientName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    RecipientAddress = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecipientClass = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecipientPartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Description = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    PurposeText = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Basis = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    BasisId = table.Column<Guid>(type: "uuid", nullable: true),
                    Channel = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ThroughRecordSystem = table.Column<bool>(type: "boolean", nullable: false),
                    RestrictionsChecked = table.Column<bool>(type: "boolean", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyDisclosure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    MedicalPersonnel = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Affiliation = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    DisclosedBy = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    DisclosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NatureOfEmergency = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    ConsentCouldNotBeObtained = table.Column<bool>(type: "boolean", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyDisclosure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EpisodeMove",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    From = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    FromSince = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DischargeReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PreviousMoveId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpisodeMove", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EpisodeOfCare",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Door = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Phase = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    PhaseSince = table.Column<DateOnly>(type: "date", nullable: false),
                    LastMoveId = table.Column<Guid>(type: "uuid", nullable: false),
                    DischargeReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpisodeOfCare", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotentWrites",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotentWrites", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "InpatientDiscussion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WhatThePersonSaid = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    NextStep = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InpatientDiscussion", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InstrumentFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SchemeId = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstrumentFile", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Intake",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Intake", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IntakeSection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AnswersJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeSection", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyDestruction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AllowedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RetentionSource = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyDestruction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalDemand",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    DocketNumber = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecipientName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecordsFindings = table.Column<bool>(type: "boolean", nullable: false),
                    NoticeWasGiven = table.Column<bool>(type: "boolean", nullable: false),
                    ComesWithSubpoena = table.Column<bool>(type: "boolean", nullable: false),
                    SeenByCounsel = table.Column<bool>(type: "boolean", nullable: false),
                    ServedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalDemand", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotPrescribedDoor",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    SupplyJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    DailyDoseJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotPrescribedDoor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticeAcknowledgement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeNumber = table.Column<int>(type: "integer", nullable: false),
                    Method = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeAcknowledgement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticeOfPrivacy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeOfPrivacy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Patient",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    FamilyName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    GivenName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PreferredName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    DateOfBirthText = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Pronouns = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Email = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    Address = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PreferencesJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patient", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PatientIndex",
                columns: table => new
                {
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Hash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientIndex", x => new { x.PatientId, x.Kind, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "PatientKeys",
                columns: table => new
                {
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DestroyedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientKeys", x => new { x.PatientId, x.Scope });
                });

            migrationBuilder.CreateTable(
                name: "PrescribedDoor",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    PrescriberName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PrescriberContact = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    WhatThePrescriberKnows = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PrescriptionsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    QuestionsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    ReferralsJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrescribedDoor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeScope",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeScope", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredApproval",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OrganisationName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Approval = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    MayIdentify = table.Column<bool>(type: "boolean", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredApproval", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Restriction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    RecipientName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecipientPartyId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecipientClasses = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restriction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafetyAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedDirectly = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    StayedWithThePerson = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    MeansTalkedAbout = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Gave988 = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Disposition = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WhatWasSaid = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Plan = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    WhoWasTold = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyAction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafetyStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Trigger = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    What = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    State = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AlertedAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    AlertedName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    PersonReached = table.Column<bool>(type: "boolean", nullable: false),
                    SeenByStaffAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyStep", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoredAssessment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentId = table.Column<string>(type: "text", nullable: false),
                    InstrumentVersion = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AnswersJson = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    TotalText = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    BandName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    MissingItems = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    IsProrated = table.Column<bool>(type: "boolean", nullable: false),
                    SafetyStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoredAssessment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServiceAgreement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Service = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Categories = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Purposes = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceAgreement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SettingDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Setting = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Reason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    WhatThePersonWants = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RulesSeen = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingDecision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatutoryReport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AgencyName = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    Circumstances = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LawCited = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: false),
                    AmendsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentReason = table.Column<string>(type: "character varying(80000)", maxLength: 80000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatutoryReport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoreFacts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreFacts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountCodes_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Ticket = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsSharedComputer = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountCodes_AccountId_Kind",
                table: "AccountCodes",
                columns: new[] { "AccountId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountCodes_Hash",
                table: "AccountCodes",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_PatientId",
                table: "AspNetUsers",
                column: "PatientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentDraft_PatientId",
                table: "AssessmentDraft",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_ActorId_At",
                table: "AuditEvents",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_PatientId_At",
                table: "AuditEvents",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BreakGlass_PatientId",
                table: "BreakGlass",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMember_PatientId",
                table: "CareTeamMember",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_PatientId",
                table: "Condition",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Consent_PatientId",
                table: "Consent",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEnd_PatientId",
                table: "ConsentEnd",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Contact_PatientId",
                table: "Contact",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ControllingDoseNote_PatientId",
                table: "ControllingDoseNote",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureRecord_PatientId",
                table: "DisclosureRecord",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyDisclosure_PatientId",
                table: "EmergencyDisclosure",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_EpisodeMove_PatientId",
                table: "EpisodeMove",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_EpisodeOfCare_PatientId",
                table: "EpisodeOfCare",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_InpatientDiscussion_PatientId",
                table: "InpatientDiscussion",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Intake_PatientId",
                table: "Intake",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_IntakeSection_PatientId",
                table: "IntakeSection",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyDestruction_PatientId",
                table: "KeyDestruction",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalDemand_PatientId",
                table: "LegalDemand",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_NotPrescribedDoor_PatientId",
                table: "NotPrescribedDoor",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeAcknowledgement_PatientId",
                table: "NoticeAcknowledgement",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientIndex_Kind_Hash",
                table: "PatientIndex",
                columns: new[] { "Kind", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_PrescribedDoor_PatientId",
                table: "PrescribedDoor",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Restriction_PatientId",
                table: "Restriction",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyAction_PatientId",
                table: "SafetyAction",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyStep_PatientId",
                table: "SafetyStep",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoredAssessment_PatientId",
                table: "ScoredAssessment",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_SettingDecision_PatientId",
                table: "SettingDecision",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_StatutoryReport_PatientId",
                table: "StatutoryReport",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_AccountId",
                table: "UserSessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_KeyHash",
                table: "UserSessions",
                column: "KeyHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountCodes");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AssessmentDraft");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "BreakGlass");

            migrationBuilder.DropTable(
                name: "CareTeamMember");

            migrationBuilder.DropTable(
                name: "Condition");

            migrationBuilder.DropTable(
                name: "Consent");

            migrationBuilder.DropTable(
                name: "ConsentEnd");

            migrationBuilder.DropTable(
                name: "Contact");

            migrationBuilder.DropTable(
                name: "ControllingDoseNote");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DisclosureRecord");

            migrationBuilder.DropTable(
                name: "EmergencyDisclosure");

            migrationBuilder.DropTable(
                name: "EpisodeMove");

            migrationBuilder.DropTable(
                name: "EpisodeOfCare");

            migrationBuilder.DropTable(
                name: "IdempotentWrites");

            migrationBuilder.DropTable(
                name: "InpatientDiscussion");

            migrationBuilder.DropTable(
                name: "InstrumentFile");

            migrationBuilder.DropTable(
                name: "Intake");

            migrationBuilder.DropTable(
                name: "IntakeSection");

            migrationBuilder.DropTable(
                name: "KeyDestruction");

            migrationBuilder.DropTable(
                name: "LegalDemand");

            migrationBuilder.DropTable(
                name: "NotPrescribedDoor");

            migrationBuilder.DropTable(
                name: "NoticeAcknowledgement");

            migrationBuilder.DropTable(
                name: "NoticeOfPrivacy");

            migrationBuilder.DropTable(
                name: "Patient");

            migrationBuilder.DropTable(
                name: "PatientIndex");

            migrationBuilder.DropTable(
                name: "PatientKeys");

            migrationBuilder.DropTable(
                name: "PrescribedDoor");

            migrationBuilder.DropTable(
                name: "ProgrammeScope");

            migrationBuilder.DropTable(
                name: "RegisteredApproval");

            migrationBuilder.DropTable(
                name: "Restriction");

            migrationBuilder.DropTable(
                name: "SafetyAction");

            migrationBuilder.DropTable(
                name: "SafetyStep");

            migrationBuilder.DropTable(
                name: "ScoredAssessment");

            migrationBuilder.DropTable(
                name: "ServiceAgreement");

            migrationBuilder.DropTable(
                name: "SettingDecision");

            migrationBuilder.DropTable(
                name: "StatutoryReport");

            migrationBuilder.DropTable(
                name: "StoreFacts");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");
        }
    }
}
