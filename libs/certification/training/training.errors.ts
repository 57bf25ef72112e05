import { defineErrors } from '#libs/kernel';

export const trainingErrors = defineErrors({
  TRAINING_NOT_FOUND: { kind: 'not_found', en: 'This training does not exist.', fr: 'Cette formation n’existe pas.', ar: 'هذا التكوين غير موجود.' },
  TRAINING_ID_TAKEN: { kind: 'conflict', en: 'This id belongs to another training. Make a new one.', fr: 'Cet identifiant appartient à une autre formation. Créez-en un nouveau.', ar: 'هذا المعرّف لتكوين آخر. أنشئ معرّفاً جديداً.' },
  TRAINING_DAYS: {
    kind: 'invalid',
    en: 'A training begins today or later, within two years, and lasts {days} days at most.',
    fr: 'Une formation commence aujourd’hui ou plus tard, d’ici deux ans, et dure {days} jours au plus.',
    ar: 'يبدأ التكوين اليوم أو بعده في غضون سنتين، ولا يتجاوز {days} يوماً.',
  },
  TRAINING_SEATS: {
    kind: 'conflict',
    en: '{taken} people already have a seat: there cannot be fewer.',
    fr: '{taken} personnes ont déjà une place : il ne peut y en avoir moins.',
    ar: 'عدد المقاعد المحجوزة بالفعل {taken}: لا يمكن أن يقل العدد عن ذلك.',
  },
  TRAINING_CRITERIA: { kind: 'invalid', en: 'Say at least one thing that learners must show, each under its own code.', fr: 'Indiquez au moins un acquis attendu, chacun sous son propre code.', ar: 'حدد مكتسباً واحداً على الأقل، لكل مكتسب رمزه.' },
  TRAINING_BEGUN: { kind: 'conflict', en: 'This training has begun: its days, seats and criteria stay as they were announced.', fr: 'Cette formation a commencé : ses jours, places et critères restent ceux annoncés.', ar: 'بدأ هذا التكوين: تبقى أيامه ومقاعده ومعاييره كما أُعلنت.' },
  TRAINING_JOIN_OVER: { kind: 'conflict', en: 'This training began on {day}: nobody can join any more.', fr: 'Cette formation a commencé le {day} : il n’est plus possible de s’y inscrire.', ar: 'بدأ هذا التكوين في {day}: لم يعد الالتحاق به ممكناً.' },
  TRAINING_CLOSED: { kind: 'conflict', en: 'This training is closed: its roll and results stand.', fr: 'Cette formation est close : présences et résultats sont définitifs.', ar: 'أُغلق هذا التكوين: الحضور والنتائج نهائية.' },
  TRAINING_RUNS: { kind: 'conflict', en: 'This training runs until {day}: nobody completes it before its last day.', fr: 'Cette formation dure jusqu’au {day} : personne ne la réussit avant son dernier jour.', ar: 'يستمر هذا التكوين إلى {day}: لا يُتمّه أحد قبل يومه الأخير.' },
  TRAINING_PASSED: { kind: 'conflict', en: 'Somebody has already completed this training: it cannot be cancelled any more. Close it instead.', fr: 'Quelqu’un a déjà réussi cette formation : elle ne peut plus être annulée. Clôturez-la.', ar: 'أتمّ أحدهم هذا التكوين بالفعل: لم يعد إلغاؤه ممكناً. أغلقه بدل ذلك.' },
  TRAINING_CANCELLED: { kind: 'conflict', en: 'This training was cancelled.', fr: 'Cette formation a été annulée.', ar: 'أُلغي هذا التكوين.' },
  TRAINING_ALREADY_JOINED: { kind: 'conflict', en: 'She is already on the list of this training.', fr: 'Elle est déjà inscrite à cette formation.', ar: 'سبق التسجيل في هذا التكوين.' },
  TRAINING_NOT_FOR_HER: {
    kind: 'conflict',
    en: 'This training is for others: {why}.',
    fr: 'Cette formation s’adresse à d’autres : {why}.',
    ar: 'هذا التكوين موجّه إلى فئة أخرى: {why}.',
  },
  TRAINING_LEFT_OVER: { kind: 'conflict', en: 'This enrolment is already {state}.', fr: 'Cette inscription est déjà à l’état « {state} ».', ar: 'هذا التسجيل في حالة «{state}» بالفعل.' },
  TRAINING_DAY_NOT_HELD: { kind: 'invalid', en: 'The roll is called for a day of the training that has come: {from} to {until}.', fr: 'L’appel se fait pour un jour échu de la formation : du {from} au {until}.', ar: 'يُسجَّل الحضور ليوم حلَّ من أيام التكوين: من {from} إلى {until}.' },
  TRAINING_NOT_ON_ROLL: { kind: 'invalid', en: 'The roll holds people who have no seat in this training.', fr: 'L’appel cite des personnes sans place dans cette formation.', ar: 'تضم لائحة الحضور أشخاصاً لا مقعد لهم في هذا التكوين.' },
  TRAINING_NOT_BEGUN: { kind: 'conflict', en: 'Nobody’s presence was noted yet: call the roll first.', fr: 'Aucune présence n’est encore notée : faites d’abord l’appel.', ar: 'لم يُسجَّل أي حضور بعد: سجّل الحضور أولاً.' },
  TRAINING_DAY_UNSAID: {
    kind: 'conflict',
    en: 'The roll of {day} says nothing of this person: note first whether she was there.',
    fr: 'L’appel du {day} ne dit rien de cette personne : notez d’abord si elle était là.',
    ar: 'لا يذكر تسجيل الحضور ليوم {day} شيئاً عن هذا الشخص: سجّل أولاً هل حضر.',
  },
  TRAINING_CRITERION_UNKNOWN: { kind: 'invalid', en: 'This training has no criterion "{code}".', fr: 'Cette formation n’a pas de critère « {code} ».', ar: 'ليس في هذا التكوين معيار «{code}».' },
});
