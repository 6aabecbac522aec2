/** 한국어. en.js와 같은 키를 갖는다. */

/** @param {number} layer @param {number} layers */
const inLayer = (layer, layers) => (layers > 1 ? `${layer}층의 ` : '');

/** @type {typeof import('./en.js').default} */
export default {
  figure: '학습 중인 신경망',
  boundary: '결정 경계',
  switches: (units, shown) => (units > shown ? `앞쪽 유닛 ${shown}개가 바뀌는 선` : '유닛이 바뀌는 선'),
  loss: '손실',
  lossUnits: { 'cross-entropy': '평균 교차 엔트로피', 'squared-error': '평균 제곱 오차' },
  epoch: '에포크',
  lossScale: '손실 축의 눈금',
  seekSlider: '표시 중인 에포크',
  table: '진리표와 신경망의 예측',
  prediction: '예측',
  right: '정답',
  wrong: '오답',
  points: '점 개수',
  meanPrediction: '예측 평균',

  units: [
    [1e8, '억'],
    [1e4, '만'],
  ],

  play: '재생',
  pause: '일시정지',
  replay: '다시 재생',
  step: '1 에포크',
  stepHint: '1 에포크만 학습',
  reset: '처음으로',
  resetHint: '같은 초기 가중치로, 에포크 0으로 되돌리기',
  activation: '은닉층의 활성화 함수',
  init: '가중치 초기화',
  seed: '시드',
  newSeed: '새 시드',
  newSeedHint: '새 시드 뽑기',
  choices: {
    zero: '0',
    random: '랜덤',
    listing: '원문 코드대로',
    sum: '합',
    mean: '평균',
    log: '로그',
    linear: '선형',
    shading: '음영',
    scatter: '점 169개',
    relu: 'ReLU',
    'leaky-relu': 'leaky ReLU',
    'cross-entropy': '교차 엔트로피',
    'squared-error': '제곱 오차',
    uniform: '균등',
    normal: '정규',
    'glorot-uniform': 'Glorot 균등',
    'glorot-normal': 'Glorot 정규',
    'he-uniform': 'He 균등',
    'he-normal': 'He 정규',
    torch: 'PyTorch',
    drawn: '가중치처럼 뽑음',
    hidden: '은닉층만 뽑음, 출력층은 없음',
    none: '없음',
    'in-out': '입력 × 출력',
    'out-in': '출력 × 입력',
    gd: '경사 하강법',
    momentum: '모멘텀',
    adam: 'Adam',
    given: '주어진 순서',
    shuffled: '에포크마다 섞기',
  },
  more: '더 보기',

  embed: '퍼가기',
  embedHint: '이 그림을 내 글에 넣기',
  tag: '태그',
  frame: 'iframe',
  link: '링크',
  copy: '복사',
  copied: '복사했습니다',
  close: '닫기',

  groups: { data: '데이터', network: '신경망', start: '초기화', training: '학습', picture: '그림' },
  options: {
    data: '게이트',
    layers: '은닉 유닛',
    activation: '활성화 함수',
    output: '출력',
    loss: '손실 함수',
    init: '가중치 초기화',
    deviation: '초깃값 범위',
    biases: '편향',
    weightsShape: '뽑는 모양',
    weights: '시작할 값',
    learningRate: '학습률',
    optimizer: '최적화 방법',
    momentum: '모멘텀',
    batch: '한 번에 쓰는 예제',
    order: '순서',
    gradientScale: '기울기(그래디언트)',
    l1: 'L1 규제',
    l2: 'L2 규제',
    epochs: '종료 에포크',
    until: '멈출 때',
    speed: '속도',
    regions: '영역 표시',
  },
  help: {
    deviation: '랜덤은 0부터 이 값까지, 균등은 0의 양쪽으로, 정규는 표준편차입니다.',
    biases: '유닛이 가중합에 더하는 값입니다.',
    weightsShape: '입력 × 출력, 또는 유닛이 먼저 오는 모양입니다.',
    weights: 'NumPy가 출력한 W1, B1, W2, B2 또는 JSON을 붙여 넣으세요.',
    batch: '가중치를 한 번 바꾸기 전에 보는 예제 수입니다.',
    gradientScale: '예제별 기울기를 더할지 평균할지 정합니다.',
    l2: '가중치를 0 쪽으로 당깁니다. 표시되는 손실에는 넣지 않습니다.',
  },
  noLayers: '없음',
  thenLayer: '개, 다음 ',
  ownData: '직접 지정한 점',
  fullBatch: '전체',
  untilEpochs: '마지막 에포크에서',
  untilSolved: '모두 맞으면',
  untilLoss: (loss) => `손실이 ${loss}보다 작아지면`,
  weightsHint: '[[0.1 0.2] [0.3 0.4]] [0 0] [[0.5] [0.6]] [0]',
  perSecond: (epochs) => `초당 ${epochs} 에포크`,

  flip: (x1, x2, label) => `점 (${x1}, ${x2}), 레이블 ${label}: ${1 - label}로 바꾸기`,
  at: (epoch, loss, story) => `에포크 ${epoch}, 손실 ${loss}: ${story}`,
  reading: (epoch, loss) => `에포크 ${epoch} · 손실 ${loss}`,
  probe: '평면 위 한 점의 답',
  answer: (x1, x2, answer) => `(${x1}, ${x2}) → ${answer}`,
  answerSpoken: (x1, x2, answer) => `x1 ${x1}, x2 ${x2}: 답 ${answer}`,

  hiddenSpace: '은닉 공간',
  hiddenAxes: ['가로', '세로'],
  hiddenMeaning: (units, layers) => {
    if (units === 0) return '은닉층이 없습니다. 입력이 그대로 보이고, 출력은 직선 하나를 긋습니다.';
    if (units === 1) return '은닉 유닛은 점들을 한 축 위에 놓고, 출력은 그 축을 한 곳에서 자릅니다.';
    return units === 2
      ? `은닉층${layers > 1 ? '들' : ''}은 직선 하나로 나뉠 때까지 점들을 옮깁니다.`
      : `유닛 ${units}개 중 2개입니다. 출력이 점들을 나누는 곳은 모든 유닛에 달려 있어 직선을 그리지 않습니다.`;
  },
  hiddenPoint: (x1, x2, label, place) => `점 (${x1}, ${x2}), 레이블 ${label}: ${place}.`,

  untrained: '학습 전',
  rowsRight: (right, rows) => {
    if (rows === 1) return right ? '한 점을 맞힘' : '한 점을 틀림';
    return right === rows ? `점 ${rows}개 모두 정답` : `점 ${rows}개 중 ${right}개 정답`;
  },
  learning: (rows) => `학습 중, ${rows}`,
  waiting: (rows) => `지금은 거의 멈춤, ${rows}`,
  plateau: (value) => `정체 구간: 모든 점의 예측이 약 ${value}`,
  stuckZero: (rows) => `멈춤: 기울기가 정확히 0이라 더는 아무것도 바뀌지 않음, ${rows}`,
  stuckConstant: (rows) => `멈춤: 가중치가 모두 0이고 기울기도 없어 모든 점에 같은 답을 냄, ${rows}`,
  stuckLine: (rows) => `멈춤: 이 신경망은 직선 하나만 긋는데, 직선 하나로는 이 점들을 나눌 수 없음, ${rows}`,
  stuck: (fit, rest, value) => `갇힘: 점 ${fit}개만 맞고, 나머지 ${rest}개의 예측은 모두 약 ${value}`,
  stuckMixed: (rows) => `갇힘, ${rows}`,
  diverged: (epoch) => `발산: 학습률이 너무 큼. 값이 유한했던 마지막 상태(에포크 ${epoch})를 표시`,
  finished: (story) => `${story} · 학습 종료`,
  computing: (epoch) => `에포크 ${epoch}까지 계산 중 …`,

  why: {
    twins: (units, layer, layers) =>
      `${inLayer(layer, layers)}은닉 유닛 ${units.join(', ')}번은 서로 똑같고, 앞으로도 똑같습니다. 같은 유닛은 같은 기울기를 받기 때문입니다. 하나나 다름없습니다.`,
    saturated: (unit, layer, layers, slope) =>
      `${inLayer(layer, layers)}은닉 유닛 ${unit}번은 포화 상태입니다. 이 점들에서 미분값이 ${slope} 이하라, 오차가 거의 되돌아오지 못합니다.`,
    dead: (unit, layer, layers) =>
      `${inLayer(layer, layers)}은닉 유닛 ${unit}번은 모든 점에 0을 내므로, 오차가 되돌아오지 못합니다.`,
    noLayer: '은닉층이 없으면 직선 하나만 그을 수 있는데, 직선 하나로는 이 점들을 나눌 수 없습니다.',
    linear: '유닛이 선형이면 직선 하나만 그을 수 있는데, 직선 하나로는 이 점들을 나눌 수 없습니다.',
    oneLine: '유닛이 하나이거나 하나나 다름없으면 직선 하나만 그을 수 있는데, 직선 하나로는 이 점들을 나눌 수 없습니다.',
    noError: '출력으로 가는 가중치가 모두 0이라, 은닉 유닛까지 되돌아오는 오차가 없습니다.',
    cancel: (errors) => `출력의 오차(${errors.join(', ')})를 더하면 0입니다.`,
    zero: '기울기가 정확히 0이라, 갱신해도 아무것도 바뀌지 않습니다.',
    flat: (now, start) =>
      `여기서는 손실이 거의 평평합니다. 가장 큰 기울기는 ${now}, 시작할 때는 ${start}입니다.`,
    shared: (points, answer, loss) =>
      `점 ${points.join(', ')}에 모두 약 ${answer}라고 답합니다. 같은 답을 내는 한 손실은 ${loss}보다 작아질 수 없습니다.`,
  },

  settingError: (message) => `적용하지 않은 설정이 있습니다. ${message}`,
  loadError: (message) => `신경망을 실행하지 못했습니다 (${message}).`,
  noCanvas: '이 브라우저에서 캔버스를 쓸 수 없어 영역을 그리지 못했습니다.',
};
